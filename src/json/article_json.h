#pragma once
// The parts that several contract objects share: an article's fields and its publication date.

#include "json/contract.h"
#include "json/reader.h"
#include "json/writer.h"

namespace machtin {

void write_published(JsonWriter& json, const PublicationDate& published,
                     const JsonOptions& options);
PublicationDate read_published(JsonReader& reader, JsonReader::Element object);

void write_likely(JsonWriter& json, const std::optional<LikelyDate>& likely);
std::optional<LikelyDate> read_likely(JsonReader& reader, JsonReader::Element object);

// The fields of an article that `read` and `facts` both print, into an object that is open already.
void write_article_fields(JsonWriter& json, const Article& article, const JsonOptions& options);
Article read_article_fields(JsonReader& reader, JsonReader::Element object);

void write_texts(JsonWriter& json, std::string_view field, const std::vector<std::string>& texts);
void write_indices(JsonWriter& json, std::string_view field,
                   const std::vector<std::uint32_t>& indices);

}  // namespace machtin
