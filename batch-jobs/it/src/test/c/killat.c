/*
 * Kills the process that it is loaded into (LD_PRELOAD) at a chosen call that changes files, so that a test can kill Headroom at any of them.
 *
 *   KILL_PATH  counts only calls on paths with this text in them; a rename or link by either of its two paths
 *   KILL_NAME  counts only calls on paths with this text in them as well
 *   KILL_FROM  counts only from the first call on whose path has this text in it, whatever the call
 *   KILL_CALL  counts only these calls: open, write, fsync, rename, link, delete, mkdir, truncate, in any number; all when empty
 *   KILL_AT    the number of the call to die at, from 1 on; 0 lives on
 *   KILL_WHEN  "before" the call, or else after it
 *   KILL_LOG   a file to which the counted calls are written, one a line: number, call, path
 *
 * Opening counts where it may create or write. Calls that the C library makes inside of its own functions are not seen; the JVM and
 * SQLite make none such.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static const char *wanted_path, *wanted_name, *wanted_from, *wanted_call;
static long wanted_at;
static int is_before, log_fd = -1;
static atomic_long seen;
static atomic_int has_begun;

__attribute__((constructor)) static void read_wishes(void) {
    const char *at = getenv("KILL_AT"), *when = getenv("KILL_WHEN"), *log = getenv("KILL_LOG");
    wanted_name = getenv("KILL_NAME");
    wanted_from = getenv("KILL_FROM");
    wanted_call = getenv("KILL_CALL");
    wanted_at = at ? atol(at) : 0;
    is_before = when && strcmp(when, "before") == 0;
    has_begun = !wanted_from || !*wanted_from;
    if (log && *log) {
        log_fd = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    }
    wanted_path = getenv("KILL_PATH");
}

static int is_wanted(const char *path) {
    return strstr(path, wanted_path) && (!wanted_name || strstr(path, wanted_name));
}

/* The number of this call if it counts, or else 0. */
static long count(const char *call, const char *path, const char *other) {
    if (!wanted_path) {
        return 0;
    }
    if (!has_begun && (strstr(path, wanted_from) || strstr(other, wanted_from))) {
        has_begun = 1;
    }
    if (!has_begun || !(is_wanted(path) || is_wanted(other))
            || (wanted_call && *wanted_call && !strstr(wanted_call, call))) {
        return 0;
    }
    long number = atomic_fetch_add(&seen, 1) + 1;
    if (log_fd >= 0) {
        char line[4 * PATH_MAX];
        int length = snprintf(line, sizeof line, "%ld\t%s\t%s\n", number, call, is_wanted(other) ? other : path);
        syscall(SYS_write, log_fd, line, length);
    }
    return number;
}

static void die_at(long number, int before) {
    if (number && number == wanted_at && before == is_before) {
        kill(getpid(), SIGKILL);
        for (;;) {
            pause();
        }
    }
}

static const char *path_of(int fd, char *buffer) {
    char name[32];
    snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
    ssize_t length = wanted_path ? readlink(name, buffer, PATH_MAX - 1) : 0;
    buffer[length < 0 ? 0 : length] = 0;
    return buffer;
}

/* A path as it is given, below the folder that it is given for. */
static const char *path_at(int folder, const char *path, char *buffer) {
    char base[PATH_MAX];
    if (*path == '/' || folder == AT_FDCWD || !wanted_path) {
        return path;
    }
    snprintf(buffer, 2 * PATH_MAX, "%s/%s", path_of(folder, base), path);
    return buffer;
}

/* A function that stands in for the one of the same name: counts, may die, calls, may die. */
#define STAND_IN(type, name, parameters, arguments, call, path, other) \
    type name parameters {                                             \
        static type(*real) parameters;                                 \
        char first[2 * PATH_MAX], second[2 * PATH_MAX];                \
        (void) first, (void) second;                                   \
        if (!real) {                                                   \
            *(void **) &real = dlsym(RTLD_NEXT, #name);                \
        }                                                              \
        long number = count(call, path, other);                        \
        die_at(number, 1);                                             \
        type result = real arguments;                                  \
        int error = errno;                                             \
        die_at(number, 0);                                             \
        errno = error;                                                 \
        return result;                                                 \
    }

#define ON_FD(type, name, parameters, arguments, call) \
    STAND_IN(type, name, parameters, arguments, call, path_of(fd, first), "")
#define ON_PATH(name, parameters, arguments, call) STAND_IN(int, name, parameters, arguments, call, path, "")

ON_FD(ssize_t, write, (int fd, const void *bytes, size_t size), (fd, bytes, size), "write")
ON_FD(ssize_t, pwrite, (int fd, const void *bytes, size_t size, off_t at), (fd, bytes, size, at), "write")
ON_FD(ssize_t, pwrite64, (int fd, const void *bytes, size_t size, off64_t at), (fd, bytes, size, at), "write")
ON_FD(ssize_t, writev, (int fd, const struct iovec *parts, int size), (fd, parts, size), "write")
ON_FD(ssize_t, pwritev, (int fd, const struct iovec *parts, int size, off_t at), (fd, parts, size, at), "write")
ON_FD(ssize_t, pwritev64, (int fd, const struct iovec *parts, int size, off64_t at), (fd, parts, size, at), "write")
ON_FD(int, fsync, (int fd), (fd), "fsync")
ON_FD(int, fdatasync, (int fd), (fd), "fsync")
ON_FD(int, ftruncate, (int fd, off_t size), (fd, size), "truncate")
ON_FD(int, ftruncate64, (int fd, off64_t size), (fd, size), "truncate")
ON_FD(int, fallocate, (int fd, int mode, off_t at, off_t size), (fd, mode, at, size), "truncate")
ON_FD(int, fallocate64, (int fd, int mode, off64_t at, off64_t size), (fd, mode, at, size), "truncate")
ON_PATH(creat, (const char *path, mode_t mode), (path, mode), "open")
ON_PATH(unlink, (const char *path), (path), "delete")
ON_PATH(rmdir, (const char *path), (path), "delete")
ON_PATH(mkdir, (const char *path, mode_t mode), (path, mode), "mkdir")
STAND_IN(int, unlinkat, (int folder, const char *path, int flags), (folder, path, flags), "delete", path_at(folder, path, first), "")
STAND_IN(int, rename, (const char *from, const char *to), (from, to), "rename", from, to)
STAND_IN(int, renameat, (int f, const char *from, int t, const char *to), (f, from, t, to), "rename",
    path_at(f, from, first), path_at(t, to, second))
STAND_IN(int, renameat2, (int f, const char *from, int t, const char *to, unsigned flags), (f, from, t, to, flags), "rename",
    path_at(f, from, first), path_at(t, to, second))
STAND_IN(int, link, (const char *from, const char *to), (from, to), "link", from, to)
STAND_IN(int, linkat, (int f, const char *from, int t, const char *to, int flags), (f, from, t, to, flags), "link",
    path_at(f, from, first), path_at(t, to, second))
STAND_IN(int, symlink, (const char *from, const char *to), (from, to), "link", to, "")

/* Opening has a mode only where a file may be created. */
static mode_t mode_after(int flags, va_list *more) {
    return flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(*more, mode_t) : 0;
}

#define OPEN(name, parameters, arguments, path_given)                                                      \
    int name parameters {                                                                                  \
        static int(*real) parameters;                                                                      \
        char first[2 * PATH_MAX];                                                                          \
        (void) first;                                                                                      \
        va_list more;                                                                                      \
        va_start(more, flags);                                                                             \
        mode_t mode = mode_after(flags, &more);                                                            \
        va_end(more);                                                                                      \
        if (!real) {                                                                                       \
            *(void **) &real = dlsym(RTLD_NEXT, #name);                                                    \
        }                                                                                                  \
        long number = flags & (O_CREAT | O_WRONLY | O_RDWR | O_TRUNC) ? count("open", path_given, "") : 0; \
        die_at(number, 1);                                                                                 \
        int result = real arguments;                                                                       \
        int error = errno;                                                                                 \
        die_at(number, 0);                                                                                 \
        errno = error;                                                                                     \
        return result;                                                                                     \
    }

OPEN(open, (const char *path, int flags, ...), (path, flags, mode), path)
OPEN(open64, (const char *path, int flags, ...), (path, flags, mode), path)
OPEN(openat, (int folder, const char *path, int flags, ...), (folder, path, flags, mode), path_at(folder, path, first))
OPEN(openat64, (int folder, const char *path, int flags, ...), (folder, path, flags, mode), path_at(folder, path, first))
