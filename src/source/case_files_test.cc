// Files of a case, found by what a store says of them.
#include "source/case_files.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/text.h"
#include "source/media_places.h"
#include "source/test_folder.h"

namespace bridle {
namespace {

constexpr std::string_view kPicture = "Media/WhatsApp Images/IMG-1.jpg";
constexpr std::string_view kJpeg = "\xff\xd8\xff\xd9";

// Exhibits in a folder each, as the engine has them.
class Opened {
 public:
  explicit Opened(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
      stores_.push_back(std::move(*open_store(path)));
      digests_.push_back(std::make_unique<Digests>(*stores_.back()));
      OpenOptions how{.secret = {}, .reads = {std::begin(kMediaPlaces), std::end(kMediaPlaces)}};
      how.reads.emplace_back("data/data/com.whatsapp*/databases/msgstore.db");
      trees_.push_back(open_tree(*stores_.back(), how));
    }
  }

  CaseFiles files() const {
    std::vector<CaseFiles::Part> parts;
    for (std::size_t i = 0; i < stores_.size(); ++i)
      parts.push_back({trees_[i].get(), stores_[i].get(), digests_[i].get()});
    return CaseFiles(std::move(parts));
  }

 private:
  std::vector<std::unique_ptr<Store>> stores_;
  std::vector<std::unique_ptr<Digests>> digests_;
  std::vector<std::unique_ptr<Tree>> trees_;
};

std::string told(const CaseFiles& files, std::string_view path, std::size_t exhibit) {
  std::string out;
  for (const CaseFile& f : files.named(path, exhibit))
    out += std::to_string(f.exhibit) + ":" + std::string(files.place(f)) + " ";
  return out;
}

TEST(CaseFiles, AreFoundByTheEndOfTheirPath) {
  const TestFolder at;
  const std::string shared = "data/media/0/Android/media/com.whatsapp/WhatsApp/";
  at.write("phone/data/data/com.whatsapp/databases/msgstore.db", "a store");
  at.write("phone/" + shared + std::string(kPicture), kJpeg);
  at.write("phone/" + shared + "Media/WhatsApp Images/Sent/IMG-1.jpg", kJpeg);
  at.write("pictures/WhatsApp Images/IMG-1.jpg", kJpeg);
  at.write("alone/IMG-1.jpg", kJpeg);
  at.write("other/data/data/com.whatsapp/databases/msgstore.db", "a store");
  const Opened opened({at.path("phone"), at.path("pictures"), at.path("alone"), at.path("other")});
  const CaseFiles files = opened.files();
  EXPECT_EQ(told(files, kPicture, 0), "0:" + shared + std::string(kPicture) + " ");
  EXPECT_EQ(told(files, "Media/WhatsApp Images/Sent/IMG-1.jpg", 0),
            "0:" + shared + "Media/WhatsApp Images/Sent/IMG-1.jpg ");
  EXPECT_EQ(told(files, "Media/WhatsApp Images/IMG-2.jpg", 0), "");
  // The other phone's store is not answered by the first phone, but by folders of pictures alone.
  EXPECT_EQ(told(files, kPicture, 3), "1:WhatsApp Images/IMG-1.jpg ");
}

TEST(CaseFiles, AreFoundByTheirContent) {
  const TestFolder at;
  at.write("a/x.jpg", kJpeg);
  at.write("a/y.jpg", "\xff\xd8\xff something else");
  const Opened opened({at.path("a")});
  const CaseFiles files = opened.files();
  const auto found = files.with(sha256(as_bytes(kJpeg)));
  ASSERT_TRUE(found);
  EXPECT_EQ(files.place(*found), "x.jpg");
  EXPECT_TRUE(files.mtime_ns(*found));
  EXPECT_EQ(*files.digest(*found), sha256(as_bytes(kJpeg)));
  EXPECT_FALSE(files.with(sha256(as_bytes("nowhere"))));
}

TEST(CaseFiles, AreOpenedOnlyForWhatIsNotKnownOfThem) {
  const TestFolder at;
  at.write("a/x.jpg", kJpeg);
  at.write("a/y.jpg", kJpeg);
  const Opened opened({at.path("a")});
  const CaseFiles files = opened.files();
  const CaseFile x = files.named("x.jpg", 0).at(0), y = files.named("y.jpg", 0).at(0);
  ASSERT_TRUE(files.digest(x));
  std::filesystem::remove(at.path("a/x.jpg"));
  EXPECT_EQ((*files.type(x))->name, "jpeg");
  EXPECT_EQ((*files.type(y))->name, "jpeg");  // not hashed yet
  const auto content = files.open(x);
  ASSERT_TRUE(content);
  EXPECT_EQ((*content)->size(), kJpeg.size());
  std::byte one[1];
  EXPECT_FALSE((*content)->read(0, one));
  EXPECT_TRUE((*files.open(y).value()).read(0, one));
}

}  // namespace
}  // namespace bridle
