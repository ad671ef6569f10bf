#include <cstdio>

int main() {
  std::puts("bridle");
  return 2;
}
