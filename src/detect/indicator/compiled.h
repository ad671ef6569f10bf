// The text files under packs/, compiled into the program so that it needs no data folder.
#pragma once

#include <string_view>

namespace bridle::compiled {

// One value on each line, sorted by bytes; sources and licences in packs/SOURCES.md.
std::string_view popular();       // sites that very many people visit
std::string_view shared();        // zones whose names belong to many parties
std::string_view shorteners();    // hosts of short links
std::string_view tlds();          // top-level domains, ASCII form
std::string_view networks();      // CDN and private networks, CIDR
std::string_view resolvers();     // public DNS resolvers: names and addresses
std::string_view certificates();  // signing certificates whose key is public
std::string_view names();         // file and process names that ordinary phones have
std::string_view compromised();   // legitimate sites that an attack abused
std::string_view watchware();  // bundle and package ids of monitoring software that is sold openly

std::string_view builtin();  // the pack "builtin", CSV

}  // namespace bridle::compiled
