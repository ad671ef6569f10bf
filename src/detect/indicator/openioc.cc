// OpenIOC 1.0 and 1.1: a tree of <Indicator operator="OR|AND"> with items in it.
//
//   <IndicatorItem id="…" condition="is">
//     <Context document="Network" search="Network/DNS" type="mir" />
//     <Content type="string">evil.example</Content>
//   </IndicatorItem>
//
// Read by its marks alone: the files are written by programs, and nothing else of XML is needed.
// Source: the schema that Mandiant published; lists of Citizen Lab.
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "detect/indicator/collect.h"
#include "detect/indicator/readers.h"
#include "format/xml_entity.h"

namespace bridle {
namespace {

struct Term {
  std::string_view search;
  IndicatorType type;
};
constexpr std::array kTerms = {
    Term{"Network/DNS", IndicatorType::domain},
    Term{"DnsEntryItem/Host", IndicatorType::domain},
    Term{"DnsEntryItem/RecordName", IndicatorType::domain},
    Term{"Network/URI", IndicatorType::url},
    Term{"UrlHistoryItem/URL", IndicatorType::url},
    Term{"RouteEntryItem/Destination", IndicatorType::ip},
    Term{"PortItem/remoteIP", IndicatorType::ip},
    Term{"Email/From", IndicatorType::email},
    Term{"ProcessItem/name", IndicatorType::process},
    Term{"FileItem/FileName", IndicatorType::name},
    Term{"FileItem/FullPath", IndicatorType::path},
    Term{"FileItem/FilePath", IndicatorType::path},
    Term{"FileItem/Md5sum", IndicatorType::md5},
    Term{"FileItem/Sha1sum", IndicatorType::sha1},
    Term{"FileItem/Sha256sum", IndicatorType::sha256},
};

std::string_view attribute(std::string_view tag, std::string_view name) {
  return between(tag, std::string(name) + "=\"", "\"").value_or("");
}

void read_item(std::string_view item, const Indicator& all, bool needs_others, Pack& pack) {
  Indicator about = all;
  about.id = attribute(item.substr(0, item.find('>')), "id");
  const auto condition = attribute(item.substr(0, item.find('>')), "condition");
  const auto search = attribute(between(item, "<Context", ">").value_or(""), "search");
  const auto content = between(item, "<Content", "</Content>");
  if (!content || content->find('>') == std::string_view::npos)
    return skip(pack, std::move(about.id), "no content");
  if (needs_others) return skip(pack, std::move(about.id), "it counts only together with others");
  if (condition != "is") return skip(pack, std::move(about.id), "the condition is not \"is\"");
  const auto* const term = std::ranges::find(kTerms, search, &Term::search);
  if (term == kTerms.end())
    return skip(pack, std::move(about.id), "values of " + std::string(search) + " are not used");
  std::string value = without_xml_entities(content->substr(content->find('>') + 1));
  if (trim(value).empty()) value = about.id;  // so in lists of Citizen Lab until 2019
  collect(pack, about, term->type, trim(value));
}

}  // namespace

bool is_openioc(std::string_view text) {
  return contains(text.substr(0, 4096), "<ioc ") || contains(text.substr(0, 4096), "<OpenIOC ");
}

Result<void> read_openioc(std::string_view text, Pack& pack) {
  Indicator about{};
  about.campaign =
      without_xml_entities(between(text, "<description>", "</description>").value_or(""));
  about.dual_use = says_dual_use(about.campaign);
  std::size_t together = 0, depth = 0;  // how many groups are open, and since which "AND"
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("</Indicator>")) {
      if (depth > 0) --depth;
      if (depth < together) together = 0;
    } else if (rest.starts_with("<Indicator ")) {
      ++depth;
      if (together == 0 && attribute(rest.substr(0, rest.find('>')), "operator") == "AND")
        together = depth;
    } else if (rest.starts_with("<IndicatorItem")) {
      const auto end = std::min(rest.find("</IndicatorItem>"), rest.size());
      read_item(rest.substr(0, end), about, together > 0, pack);
      at += end > 0 ? end - 1 : 0;
    }
  }
  return {};
}

}  // namespace bridle
