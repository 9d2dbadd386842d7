package org.headroom.layers.format.postgis;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.headroom.layers.format.SourceException;
import org.headroom.model.NearestName;
import org.jspecify.annotations.Nullable;

/** Addresses of PostgreSQL servers, and connections to them. The driver is found where it is on the class path. Stateless. */
public final class ServerAddress {
    static final String PREFIX = "jdbc:postgresql:";

    /** How long a server may work on one statement without giving rows: sorting a table of some million records takes minutes. */
    static final int STATEMENT_MINUTES = 10;

    /** A name or number, that of IPv6 in brackets, and a port. The driver would write another port into its log. */
    private static final String HOST = "(\\[[0-9A-Fa-f:.]+]|[^/?@:,\\[\\]\\s]+)(:[0-9]{1,5})?";

    private static final Pattern FORM =
            Pattern.compile("jdbc:postgresql:(//" + HOST + "(," + HOST + ")*/)?[^/?@\\s]+(\\?\\S*)?");

    /** A sign for what stands behind it in two digits, without these. */
    private static final Pattern HALF_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /** What an address may set. Other properties of the driver load classes or write files that the address names. */
    private static final Set<String> ALLOWED = Set.of(
            "user",
            "ssl",
            "sslmode",
            "sslrootcert",
            "sslcert",
            "sslkey",
            "channelBinding",
            "gssEncMode",
            "connectTimeout",
            "tcpKeepAlive",
            "targetServerType");

    private static final Map<String, String> DEFAULTS = Map.of(
            "ApplicationName",
            "headroom",
            "connectTimeout",
            "10",
            "tcpKeepAlive",
            "true",
            // A server that has gone without a word is noticed after that.
            "socketTimeout",
            Integer.toString(60 * (STATEMENT_MINUTES + 1)),
            // Values are taken as the server writes them.
            "binaryTransfer",
            "false");

    private ServerAddress() {}

    /** What is wrong with an address, without a full stop and without a value of it; null when nothing is. */
    public static @Nullable String problem(String url) {
        if (HALF_ESCAPE.matcher(url).find()) {
            return "has a % without the two digits that belong to it (the sign itself is written %25)";
        }
        for (String parameter : parameters(url)) {
            String name = URLDecoder.decode(parameter.replaceFirst("(?s)=.*", ""), StandardCharsets.UTF_8);
            if (name.equalsIgnoreCase("password") || name.equalsIgnoreCase("sslpassword")) {
                return "may hold no password, as others can read it; give it in PGPASSWORD or in ~/.pgpass";
            }
            if (!ALLOWED.contains(name)) {
                return "sets \"" + name + "\", which it may not" + NearestName.hint(name, ALLOWED);
            }
        }
        return FORM.matcher(url).matches()
                ? null
                : "is no address like jdbc:postgresql://host:5432/database (a user goes behind it, as ?user=name)";
    }

    private static List<String> parameters(String url) {
        int question = url.indexOf('?');
        return question < 0
                ? List.of()
                : Arrays.stream(url.substring(question + 1).split("&"))
                        .filter(parameter -> !parameter.isEmpty())
                        .toList();
    }

    /**
     * A connection in a transaction that sees one moment of the database and cannot write. The user is the one of the address, else PGUSER, else that
     * of the system; the password is PGPASSWORD, else that of ~/.pgpass.
     */
    static Connection connect(String url) throws SourceException {
        return connect(url, "source.url", true);
    }

    /**
     * A connection in a transaction that may write; user and password are found as for one that reads.
     *
     * @param url such as {@code jdbc:postgresql://host:5432/database}
     * @param key what the address is called where it was given
     * @throws SourceException when it is no such address, or the server cannot be reached
     */
    public static Connection connectToWrite(String url, String key) throws SourceException {
        return connect(url, key, false);
    }

    private static Connection connect(String url, String key, boolean isReader) throws SourceException {
        String problem = problem(url);
        if (problem != null) {
            throw new SourceException("has an address that " + problem, "Correct " + key + ".");
        }
        Properties properties = new Properties();
        properties.putAll(DEFAULTS);
        take(properties, "user", "PGUSER");
        take(properties, "password", "PGPASSWORD");
        try {
            DriverManager.getDriver(url);
        } catch (SQLException e) {
            throw new SourceException(
                    "cannot be reached, as the driver of PostgreSQL is not on the class path",
                    "Put postgresql-VERSION.jar beside the jars of Headroom.");
        }
        Connection connection = null;
        try {
            connection = DriverManager.getConnection(url, properties);
            begin(connection, isReader);
            return connection;
        } catch (SQLException e) {
            close(connection);
            throw new SourceException(
                    "cannot be reached: " + words(e),
                    "Check the address, the user (in it, or PGUSER) and the password (PGPASSWORD, or ~/.pgpass).");
        }
    }

    private static void take(Properties properties, String name, String variable) {
        String value = System.getenv(variable);
        if (value != null && !value.isEmpty()) {
            properties.setProperty(name, value);
        }
    }

    private static void begin(Connection connection, boolean isReader) throws SQLException {
        connection.setReadOnly(isReader);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "SET LOCAL statement_timeout = '" + STATEMENT_MINUTES + "min'; SET LOCAL lock_timeout = '1min';"
                            + " SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL TIME ZONE 'UTC';"
                            + " SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'");
        }
    }

    /** What the server or the driver says, in one line. */
    public static String words(SQLException e) {
        if ("57014".equals(e.getSQLState())) {
            return "the server gave no row within " + STATEMENT_MINUTES + " minutes";
        }
        return String.valueOf(e.getMessage())
                .replaceFirst("(?s)\\n.*", "")
                .replaceFirst("^(ERROR|FATAL): ", "")
                .replaceFirst("\\.$", "");
    }

    private static void close(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // What made it fail before is what is told.
            return;
        }
    }
}
