#include "view/web_file.h"

#include <gtest/gtest.h>

#include <string>

#include "view/web_content.h"

namespace bridle {
namespace {

TEST(WebFile, ByPath) {
  EXPECT_EQ(web_file("/").type, "text/html; charset=utf-8");
  EXPECT_EQ(web_file("/").content, web_file("/index.html").content);
  EXPECT_EQ(web_file("/app.js").type, "text/javascript; charset=utf-8");
  EXPECT_EQ(web_file("/phrases/ar.json").type, "application/json");
  for (const char* none :
       {"", "//", "/../app.js", "/app.js/", "/phrases/", "/etc/passwd", "app.js"})
    EXPECT_TRUE(web_file(none).type.empty()) << none;
}

// Else they are asked for one after the other, as each names the next.
TEST(WebFile, AllModulesAreAskedForAtOnce) {
  const std::string_view page = web_file("/").content;
  for (const WebContent& file : web_contents()) {
    if (!file.name.ends_with(".js")) continue;
    EXPECT_TRUE(page.contains("=\"/" + std::string(file.name) + "\">")) << file.name;
  }
}

// The policy forbids all of this; it must not be needed either.
TEST(WebFile, NothingMakesMarkupOutOfTextOrComesFromElsewhere) {
  for (const WebContent& file : web_contents()) {
    for (const std::string_view word :
         {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(",
          "srcdoc", "https://", "//cdn", "localStorage", "<script>", "onclick=\"", "style=\""})
      EXPECT_EQ(file.content.find(word), std::string_view::npos) << file.name << ": " << word;
  }
}

}  // namespace
}  // namespace bridle
