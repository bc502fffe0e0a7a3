#pragma once
// How likely two articles tell of the same happening. Tested by similarity_test.cc.

#include "story/features.h"

namespace machtin {

// Tuned together on the stories development set (313 articles in 99 stories, alone and among 3,000
// others, half of the stories at a time); they move together.
struct LinkWeights {
  double full = 0.55;      // cosine of all terms
  double head = 0.20;      // cosine of title and lede
  double entities = 0.20;  // cosine of names; shared out to the words where an article has none
  double slow_days = 6;    // the score halves when articles lie this many days apart
  double open_year = 0.9;  // factor where a year is unknown and the days of the year agree
  double no_date = 0.85;   // factor where nothing is known of a date
  double join = 0.15;      // average score of two groups that are one story
  double merge = 0.21;     // the same, of two stories told before: readers hold their ids
  int window_days = 60;    // certain gaps above this part even what is worded alike
};

// 0 to 1. Symmetric.
double similarity(const ArticleFeatures::Data& a, const ArticleFeatures::Data& b,
                  const LinkWeights& weights);
// The part of it that time does not touch.
double word_similarity(const ArticleFeatures::Data& a, const ArticleFeatures::Data& b,
                       const LinkWeights& weights);
// The factor that time is: 1 on the same day, 0 outside the window.
double time_factor(const ArticleFeatures::Data& a, const ArticleFeatures::Data& b,
                   const LinkWeights& weights);
double entity_cosine(const std::vector<NamedEntity>& a, const std::vector<NamedEntity>& b);

}  // namespace machtin
