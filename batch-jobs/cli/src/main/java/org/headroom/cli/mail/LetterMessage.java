package org.headroom.cli.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.DefaultAddressParser;
import org.apache.james.mime4j.field.address.ParseException;
import org.apache.james.mime4j.message.BodyPart;
import org.apache.james.mime4j.message.BodyPartBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.message.MultipartBuilder;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawField;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;

/** A letter as a message of RFC 5322 with a text and an HTML part. The same letter has the same bytes on every machine and day. */
public final class LetterMessage {
    private static final String NEXT_LINE = "\r\n";

    private final Mailbox sender;
    private final List<Mailbox> recipients;

    /**
     * Messages between these addresses.
     *
     * @param sender such as {@code Headroom <headroom@example.org>}
     * @param recipients may be none; whoever sends the message fills them in
     * @throws HeadroomException of family CONFIG when one is no address
     */
    public LetterMessage(String sender, List<String> recipients) {
        this.sender = mailbox(sender);
        this.recipients = recipients.stream().map(LetterMessage::mailbox).toList();
    }

    private static Mailbox mailbox(String address) {
        try {
            Mailbox mailbox = DefaultAddressParser.DEFAULT.parseMailbox(address);
            if (mailbox.getLocalPart() != null && mailbox.getDomain() != null) {
                return mailbox;
            }
        } catch (ParseException e) {
            // Told below.
        }
        throw new HeadroomException(
                FailureFamily.CONFIG,
                "\"" + address + "\" is no address of a mailbox",
                "Write it as name@domain, or as \"Name <name@domain>\".");
    }

    /**
     * The bytes of the message, as a file {@code .eml} has them.
     *
     * @param day the evaluation date, of which the message is dated
     * @param id letters and digits that tell the run
     * @throws IOException when the message cannot be put together
     */
    public byte[] bytes(Letter letter, LocalDate day, String id) throws IOException {
        MultipartBuilder parts = MultipartBuilder.create("alternative")
                .addBodyPart(part("plain", LetterText.lines(letter)))
                .addBodyPart(part("html", LetterHtml.lines(letter)));
        Message message = Message.Builder.of()
                .setFrom(sender)
                .setTo(new ArrayList<>(recipients))
                .setSubject(letter.subject())
                .setDate(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()), TimeZone.getTimeZone(ZoneOffset.UTC))
                .setMessageId("<" + id + "@headroom.invalid>")
                .setBody(parts.build())
                // Not by chance, as the library would choose it; the blank line and sign are in no encoded text.
                .setContentType("multipart/alternative", new NameValuePair("boundary", "=_" + id))
                .setField(new RawField("MIME-Version", "1.0"))
                // Programs that know it open the message as one to be sent.
                .setField(new RawField("X-Unsent", "1"))
                .build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DefaultMessageWriter().writeMessage(message, bytes);
        return bytes.toByteArray();
    }

    private static BodyPart part(String type, List<String> lines) throws IOException {
        return BodyPartBuilder.create()
                .setBody(String.join(NEXT_LINE, lines) + NEXT_LINE, type, StandardCharsets.UTF_8)
                .setContentTransferEncoding("quoted-printable")
                .build();
    }
}
