package org.headroom.rules.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.headroom.rules.vocabulary.SiteField;

/**
 * A comparison that the program answers itself. The compiler sees a property of the site with a name made from the text of the comparison, and
 * nothing of what it asks; so what such a comparison may say adds nothing to what compiled code may do. Immutable.
 */
public non-sealed interface Tested extends Condition {
    /** The comparison as a rule file writes it, with all digits: the same text asks the same. */
    String text();

    /** The comparison that holds where this one fails; where this one is unknown, that one is too. */
    Tested negated();

    /** The fields that it reads, each once. */
    @Override
    List<SiteField> fields();

    /** Name of the property of the site: different texts have different names. */
    default String property() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
            return "test_" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    default String drl() {
        return property() + " > 0.5";
    }
}
