package org.headroom.rules.policy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.headroom.rules.compile.RuleBase;
import org.jspecify.annotations.Nullable;

/** Rules that are compiled once, when somebody asks for them or ahead of that. Safe for several threads. */
final class LateRules {
    private final Supplier<RuleBase> compiler;
    private @Nullable CompletableFuture<RuleBase> rules;

    LateRules(Supplier<RuleBase> compiler) {
        this.compiler = compiler;
    }

    /** Has an executor compile them, unless that was begun. */
    synchronized void start(Executor executor) {
        if (rules == null) {
            rules = CompletableFuture.supplyAsync(compiler, executor);
        }
    }

    /** The compiled rules, compiled by the first call. */
    RuleBase get() {
        try {
            return started().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error known) {
                throw known;
            }
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    private synchronized CompletableFuture<RuleBase> started() {
        if (rules == null) {
            rules = CompletableFuture.supplyAsync(compiler, Runnable::run);
        }
        return rules;
    }
}
