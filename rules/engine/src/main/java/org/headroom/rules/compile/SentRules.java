package org.headroom.rules.compile;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compiled rules that another process of the same run sent, as {@link RuleStore#portable} gives them. They carry no seal, as that other process may
 * be another user's or on another machine: they are used only for the very rules that they were made of, and only after {@link ClassFileCheck}, and
 * else the rules are compiled. Safe for several threads.
 */
public final class SentRules extends KeptRules {
    private static final Logger LOG = LoggerFactory.getLogger(SentRules.class);

    private final byte[] sent;
    private final String version;

    /**
     * @param sent what was sent; nobody may change it
     * @param version the versions of Headroom and Drools here
     */
    public SentRules(byte[] sent, String version) {
        this.sent = sent;
        this.version = version;
    }

    @Override
    Optional<RuleClasses> find(RuleSource source) {
        try {
            return PortableRules.decode(sent, RuleStore.key(source, version));
        } catch (IOException e) {
            LOG.debug("compiled rules that were sent are not used", e);
            return Optional.empty();
        }
    }

    @Override
    void keep(RuleSource source, RuleClasses classes) {
        // The process that sent them keeps them.
    }

    @Override
    void remove(RuleSource source) {
        // There is nothing to take away.
    }
}
