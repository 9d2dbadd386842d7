package org.headroom.runtime.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.NearestName;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** A checked address of a PostgreSQL database. */
final class PostgresAddress {
    private static final String PREFIX = "jdbc:postgresql:";

    /** What an address may set. Other properties of the driver load classes or write files that the address names. */
    private static final Set<String> ALLOWED = Set.of(
            "user",
            "password",
            "ssl",
            "sslmode",
            "sslrootcert",
            "sslcert",
            "sslkey",
            "sslpassword",
            "channelBinding",
            "gssEncMode",
            "ApplicationName",
            "connectTimeout",
            "loginTimeout",
            "socketTimeout",
            "tcpKeepAlive",
            "targetServerType",
            "hostRecheckSeconds");

    /** A sign for what stands behind it in two digits, without these. */
    private static final Pattern HALF_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /** A name or number, that of IPv6 in brackets, and a port. The driver would write another port into its log. */
    private static final String HOST = "(\\[[0-9A-Fa-f:.]+]|[^/?@:,\\[\\]\\s]+)(:[0-9]{1,5})?";

    private static final Pattern HOSTS =
            Pattern.compile(PREFIX + "(//(" + HOST + "(," + HOST + ")*)?(/.*)?|/?([^/].*)?)");

    private static final Set<String> SECRET = Set.of("password", "sslpassword");

    private static final String ADVICE =
            "Give one like jdbc:postgresql://host:5432/database in HEADROOM_DB_URL or in the project file, and user and"
                    + " password in HEADROOM_DB_USER and HEADROOM_DB_PASSWORD.";

    private final String url;
    private final String place;
    private final Optional<String> user;
    private final Optional<String> password;

    private PostgresAddress(String url, String place, Optional<String> user, Optional<String> password) {
        this.url = url;
        this.place = place;
        this.user = user;
        this.password = password;
    }

    /**
     * Checks an address.
     *
     * @param user goes before the user in the address
     * @param password goes before the password in the address
     * @throws HeadroomException of family CONFIG when the address is none, or sets what it may not; no message shows a value of it
     */
    static PostgresAddress of(String url, Optional<String> user, Optional<String> password) {
        if (!url.startsWith(PREFIX)) {
            throw refused("the address of the job repository does not begin with " + PREFIX);
        }
        if (HALF_ESCAPE.matcher(url).find()) {
            throw refused("the address of the job repository has a % without the two digits that belong to it (the sign"
                    + " itself is written %25)");
        }
        if (url.replaceFirst("\\?.*", "").contains("@")) {
            throw refused("the address of the job repository has a user in front of its host");
        }
        if (!HOSTS.matcher(url.replaceFirst("(?s)\\?.*", "")).matches()) {
            throw refused("the address of the job repository has a host or port that is none");
        }
        for (String parameter : parameters(url)) {
            String name = name(parameter);
            if (!ALLOWED.contains(name)) {
                throw refused("the address of the job repository sets \"" + name + "\", which it may not"
                        + NearestName.hint(name, ALLOWED));
            }
        }
        Properties parsed = Driver.parseURL(url, new Properties());
        if (parsed == null) {
            throw refused("the address of the job repository cannot be understood");
        }
        String host = PGProperty.PG_HOST.getOrDefault(parsed);
        String database = PGProperty.PG_DBNAME.getOrDefault(parsed);
        return new PostgresAddress(
                url,
                host + ":" + PGProperty.PG_PORT.getOrDefault(parsed) + "/" + (database == null ? "" : database),
                user,
                password);
    }

    /** Whether an address holds a password, which is refused where others can read it. */
    static boolean hasSecret(String url) {
        return parameters(url).stream().map(PostgresAddress::name).anyMatch(SECRET::contains);
    }

    /** An address without passwords, to be kept. */
    static String withoutSecrets(String url) {
        List<String> kept = new ArrayList<>(parameters(url));
        kept.removeIf(parameter -> SECRET.contains(name(parameter)));
        String base = url.replaceFirst("\\?.*", "");
        return kept.isEmpty() ? base : base + "?" + String.join("&", kept);
    }

    /** Host, port and database, for people. */
    String place() {
        return place;
    }

    /** A new connection, whose statements find the tables of this schema. */
    Connection connect(String schema) throws SQLException {
        Connection connection = source().getConnection();
        boolean done = false;
        try {
            connection.setSchema(schema);
            done = true;
            return connection;
        } finally {
            if (!done) {
                connection.close();
            }
        }
    }

    /** A source of new connections. */
    PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        user.ifPresent(source::setUser);
        password.ifPresent(source::setPassword);
        try {
            // jbatch asks for the keys it made by names in capitals, which quoted are others.
            source.setProperty(PGProperty.QUOTE_RETURNING_IDENTIFIERS, "false");
            setDefault(source, PGProperty.APPLICATION_NAME, "headroom");
            setDefault(source, PGProperty.CONNECT_TIMEOUT, "5");
            // A server that has gone without a word is noticed after that; no statement of a job repository takes so
            // long.
            setDefault(source, PGProperty.SOCKET_TIMEOUT, "20");
            setDefault(source, PGProperty.TCP_KEEP_ALIVE, "true");
        } catch (SQLException e) {
            throw refused("the address of the job repository cannot be used: " + e.getMessage());
        }
        return source;
    }

    private void setDefault(PGSimpleDataSource source, PGProperty property, String value) throws SQLException {
        if (parameters(url).stream().map(PostgresAddress::name).noneMatch(property.getName()::equals)) {
            source.setProperty(property, value);
        }
    }

    private static List<String> parameters(String url) {
        int question = url.indexOf('?');
        if (question < 0) {
            return List.of();
        }
        return List.of(url.substring(question + 1).split("&", -1)).stream()
                .filter(parameter -> !parameter.isEmpty())
                .toList();
    }

    private static String name(String parameter) {
        String written = parameter.replaceFirst("(?s)=.*", "");
        return HALF_ESCAPE.matcher(written).find() ? written : URLDecoder.decode(written, StandardCharsets.UTF_8);
    }

    private static HeadroomException refused(String message) {
        return new HeadroomException(FailureFamily.CONFIG, message, ADVICE);
    }
}
