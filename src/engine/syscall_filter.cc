#include "engine/syscall_filter.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <bit>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace bridle {
namespace {

#if defined(__x86_64__)
constexpr std::uint32_t kProcessor = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t kProcessor = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t kProcessor = 0;
#endif

// The most frequent first: each costs two steps.
constexpr std::uint32_t kAllowed[] = {
    SYS_pread64,      SYS_futex,
    SYS_read,         SYS_write,
    SYS_lseek,        SYS_close,
    SYS_fstat,        SYS_newfstatat,
    SYS_munmap,       SYS_madvise,
    SYS_gettid,       SYS_sendmsg,
    SYS_recvmsg,      SYS_sendto,
    SYS_recvfrom,     SYS_clock_gettime,
    SYS_getdents64,   SYS_brk,
    SYS_mremap,       SYS_statx,
    SYS_sched_yield,  SYS_rt_sigprocmask,
    SYS_rt_sigaction, SYS_rt_sigreturn,
    SYS_sigaltstack,  SYS_set_robust_list,
    SYS_rseq,         SYS_sched_getaffinity,
    SYS_getrandom,    SYS_getpid,
    SYS_getppid,      SYS_getuid,
    SYS_geteuid,      SYS_getgid,
    SYS_getegid,      SYS_pwrite64,
    SYS_writev,       SYS_readv,
    SYS_preadv,       SYS_pwritev,
    SYS_fsync,        SYS_fdatasync,
    SYS_ftruncate,    SYS_fallocate,
    SYS_fadvise64,    SYS_memfd_create,
    SYS_faccessat,    SYS_faccessat2,
    SYS_readlinkat,   SYS_getcwd,
    SYS_statfs,       SYS_fstatfs,
    SYS_fcntl,        SYS_dup,
    SYS_ppoll,        SYS_clock_nanosleep,
    SYS_nanosleep,    SYS_clock_getres,
    SYS_gettimeofday, SYS_getrusage,
    SYS_times,        SYS_sysinfo,
    SYS_uname,        SYS_membarrier,
    SYS_getcpu,       SYS_restart_syscall,
    SYS_exit,         SYS_exit_group,
#ifdef __x86_64__
    SYS_poll,         SYS_stat,
    SYS_lstat,        SYS_access,
    SYS_readlink,     SYS_time,
#endif
};

// Libraries try these and do without.
struct Refused {
  std::uint32_t call;
  std::uint32_t error;
};
constexpr Refused kRefused[] = {
    {SYS_clone3, ENOSYS}, {SYS_ioctl, ENOTTY}, {SYS_prctl, EPERM}, {SYS_sched_setaffinity, EPERM}};

class Program {
 public:
  void step(std::uint16_t code, std::uint32_t k, std::uint8_t yes = 0, std::uint8_t no = 0) {
    steps_.push_back({.code = code, .jt = yes, .jf = no, .k = k});
  }
  void load(std::size_t offset) {
    step(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset));
  }
  void answer(std::uint32_t with) { step(BPF_RET | BPF_K, with); }
  void answer_if(std::uint32_t call, std::uint32_t with) {
    step(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1);
    answer(with);
  }
  // A call that is answered `fits` if an argument, masked, is `value`, and `otherwise` if not.
  void ask(std::uint32_t call, std::size_t argument, std::uint32_t mask, std::uint32_t value,
           std::uint32_t otherwise) {
    step(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 5);
    load(lower_half(argument));
    step(BPF_ALU | BPF_AND | BPF_K, mask);
    step(BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1);
    answer(SECCOMP_RET_ALLOW);
    answer(otherwise);
  }
  bool install() {
    const sock_fprog program{.len = static_cast<unsigned short>(steps_.size()),
                             .filter = steps_.data()};
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0;
  }

 private:
  static std::size_t lower_half(std::size_t argument) {
    const std::size_t at = offsetof(seccomp_data, args) + argument * sizeof(std::uint64_t);
    return std::endian::native == std::endian::little ? at : at + sizeof(std::uint32_t);
  }
  std::vector<sock_filter> steps_;
};

void ask_arguments(Program& p) {
  // Of O_TMPFILE only the bit that O_DIRECTORY does not have.
  constexpr std::uint32_t kWriting =
      O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
  p.ask(SYS_openat, 2, kWriting, O_RDONLY, SECCOMP_RET_TRAP);
  p.ask(SYS_mmap, 2, PROT_EXEC, 0, SECCOMP_RET_ERRNO | EPERM);
  p.ask(SYS_mprotect, 2, PROT_EXEC, 0, SECCOMP_RET_ERRNO | EPERM);
  p.ask(SYS_clone, 0, CLONE_THREAD, CLONE_THREAD, SECCOMP_RET_TRAP);
  p.ask(SYS_tgkill, 0, ~0U, static_cast<std::uint32_t>(getpid()), SECCOMP_RET_TRAP);
  p.ask(SYS_prlimit64, 2, ~0U, 0, SECCOMP_RET_ERRNO | EPERM);  // asking for limits, not setting
#ifdef __x86_64__
  p.ask(SYS_open, 1, kWriting, O_RDONLY, SECCOMP_RET_TRAP);
#endif
}

}  // namespace

bool has_syscall_filter() {
  return kProcessor != 0;
}

bool filter_syscalls(FilesAre files) {
  Program p;
  p.load(offsetof(seccomp_data, arch));
  p.step(BPF_JMP | BPF_JEQ | BPF_K, kProcessor, 1, 0);
  p.answer(SECCOMP_RET_KILL_PROCESS);
  p.load(offsetof(seccomp_data, nr));
#ifdef __x86_64__
  p.step(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1);  // the calls of x32
  p.answer(SECCOMP_RET_KILL_PROCESS);
#endif
  for (const std::uint32_t call : kAllowed) p.answer_if(call, SECCOMP_RET_ALLOW);
  // It keeps its flags where a filter cannot see them; whoever lacks it opens step by step.
  p.answer_if(SYS_openat2,
              files == FilesAre::locked ? SECCOMP_RET_ALLOW : SECCOMP_RET_ERRNO | ENOSYS);
  ask_arguments(p);
  for (const Refused& r : kRefused) p.answer_if(r.call, SECCOMP_RET_ERRNO | r.error);
  p.answer(SECCOMP_RET_TRAP);
  return p.install();
}

}  // namespace bridle
