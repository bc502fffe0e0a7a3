#include "serve/respond.h"

#include <functional>

#include "serve/api.h"
#include "serve/pages.h"
#include "serve/url.h"

namespace machtin {
namespace {

constexpr std::size_t kMaxTarget = 8192;  // bytes; browsers and proxies stop at about that

// https://owasp.org/www-project-secure-headers: nothing of ours needs script, frames or other
// hosts.
void add_security(Response& response) {
  response.headers.insert(
      response.headers.end(),
      {{"Content-Security-Policy",
        "default-src 'self'; script-src 'none'; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"},
       {"X-Content-Type-Options", "nosniff"},
       {"X-Frame-Options", "DENY"},
       {"Referrer-Policy", "no-referrer"},
       {"Cross-Origin-Resource-Policy", "same-origin"}});
}

std::optional<Response> own_file(const std::string& path, const Request& request) {
  const bool style = path == "/style.css";
  if (!style && path != "/icon.svg" && path != "/robots.txt") return std::nullopt;
  Response response;
  response.content_type = style                 ? "text/css; charset=utf-8"
                          : path == "/icon.svg" ? "image/svg+xml"
                                                : "text/plain; charset=utf-8";
  const std::string tag = "\"" + style_digest() + "\"";  // all files change with the program
  if (path == "/robots.txt") {
    response.body = "User-agent: *\nDisallow: /api/\nDisallow: /search\n";
  } else {
    response.body = std::string(web_file(std::string_view(path).substr(1)));
  }
  response.headers = {
      {"ETag", tag},
      {"Cache-Control", style ? "public, max-age=31536000, immutable" : "max-age=3600"}};
  if (request.if_none_match == tag || request.if_none_match == "*") {
    response.status = 304;
    response.body.clear();
  }
  return response;
}

struct Page {
  std::string_view prefix;
  Result<Response> (*show)(const View&, const Archive&, const std::string&);
};
constexpr Page kPages[] = {
    {"/story/", story_page}, {"/storyline/", storyline_page}, {"/article/", article_page}};

Result<Response> show(const View& view, const Archive& archive) {
  const std::string& path = view.target.path;
  if (path == "/") return home_page(view, archive);
  if (path == "/search") return search_page(view, archive);
  if (path == "/timeline") return timeline_page(view, archive);
  if (path == "/storylines") return storylines_page(view, archive);
  if (path == "/about") return about_page(view);
  for (const Page& page : kPages) {
    if (!path.starts_with(page.prefix)) continue;
    const std::optional<std::string> key =
        percent_decode(std::string_view(path).substr(page.prefix.size()));
    if (!key) return Error{ErrorKind::kBadArgument, "the address cannot be decoded"};
    return page.show(view, archive, *key);
  }
  return Error{ErrorKind::kNotFound, "no such page"};
}

const Texts& texts_for(const Request& request, const Target& target, const Site& site,
                       bool& given) {
  const std::string& asked = target.parameter("lang");
  const std::string preferred = preferred_language(request.accept_language, site.languages);
  const Texts* best = &site.languages.front();
  for (const Texts& texts : site.languages) {
    if (texts.code() == preferred) best = &texts;
  }
  given = false;
  for (const Texts& texts : site.languages) {
    if (texts.code() != asked) continue;
    given = true;
    best = &texts;
  }
  return *best;
}

using Answer = std::function<Result<Response>(const Target& target, const View& view, bool api)>;

// What every answer goes through, whoever gives it: address, method, language, errors, headers.
Response answered(const Request& request, const Site& site, const Answer& answer) {
  const bool api = request.target.starts_with("/api/");
  const bool too_long = request.target.size() > kMaxTarget;
  const std::optional<Target> parsed = too_long ? std::nullopt : parse_target(request.target);
  const Target target = parsed.value_or(Target{"/", {}});
  bool given = false;
  const Texts& texts = texts_for(request, target, site, given);
  const View view{site, target, texts, given};
  const auto failure = [&](int status, const std::string& message) {
    return api ? api_error(status, message) : error_page(view, status);
  };
  Response response;
  if (request.method != "GET" && request.method != "HEAD") {
    response = failure(405, "only GET and HEAD are allowed");
    response.headers.emplace_back("Allow", "GET, HEAD");
  } else if (too_long) {
    response = failure(414, "the address is too long");
  } else if (!parsed || !request.target.starts_with("/")) {
    response = failure(400, "the address cannot be decoded");
  } else if (std::optional<Response> file = own_file(target.path, request)) {
    response = std::move(*file);
  } else if (Result<Response> made = answer(target, view, api)) {
    response = std::move(*made);
  } else {
    const int status = http_status(made.error().kind);
    response = failure(status, made.error().message);
    if (status == 503) response.headers.emplace_back("Retry-After", "2");
  }
  add_security(response);
  return response;
}

}  // namespace

int http_status(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kNotFound:
      return 404;
    case ErrorKind::kBadArgument:
      return 400;
    case ErrorKind::kBusy:
      return 503;
    default:
      return 500;
  }
}

Response respond(const Request& request, const Archive& archive, const Site& site) {
  return answered(request, site, [&](const Target& target, const View& view, bool api) {
    return api ? api_response(target, archive, site) : show(view, archive);
  });
}

Response respond_without_archive(const Request& request, const Error& why, const Site& site) {
  // That the file is gone is no fault of the address.
  Error error = why;
  if (error.kind == ErrorKind::kNotFound) error.kind = ErrorKind::kUnreadable;
  return answered(request, site,
                  [&](const Target&, const View&, bool) { return Result<Response>(error); });
}

}  // namespace machtin
