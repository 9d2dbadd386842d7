package org.headroom.runtime.jbatch;

import com.ibm.jbatch.container.persistence.CheckpointData;
import com.ibm.jbatch.container.persistence.PersistentDataWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose rows hold no Java objects but those that jobs of Headroom leave there. jbatch keeps checkpoints and statuses as
 * serialised objects and reads back whatever lies there (2.1.1), so the bytes are read once before by a list of classes.
 */
final class CheckedReading {
    /** System property with further classes, in the form of {@link ObjectInputFilter}; for programs with jobs of their own. */
    private static final String FURTHER = "headroom.checkpoint.classes";

    private static final ObjectInputFilter ALLOWED =
            ObjectInputFilter.Config.createFilter("maxbytes=16777216;maxdepth=12;maxrefs=1000000;maxarray=16777216;"
                    + System.getProperty(FURTHER, "").replaceAll(";*$", ";").replaceAll("^;$", "")
                    + "com.ibm.jbatch.container.status.*;com.ibm.jbatch.container.persistence.*;"
                    + "com.ibm.jbatch.container.jobinstance.*;com.ibm.jbatch.container.services.impl.*;"
                    + "jakarta.batch.runtime.*;java.lang.*;java.util.Properties;java.util.Hashtable;java.util.Map$Entry;"
                    + "java.util.HashMap;java.util.ArrayList;java.util.Date;java.sql.Timestamp;!*");

    /** First bytes of a stream of objects, Java Object Serialization Specification, section 6.4.2. */
    private static final byte[] STREAM = {(byte) 0xAC, (byte) 0xED};

    private static final int DEEPEST = 3;

    private CheckedReading() {}

    /** The same connection, whose bytes are checked when they are read. */
    static Connection of(Connection connection) {
        return proxy(Connection.class, connection);
    }

    private static <T> T proxy(Class<T> type, T target) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            Object result;
            try {
                result = method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            if (result instanceof ResultSet rows) {
                return proxy(ResultSet.class, rows);
            }
            if (result instanceof PreparedStatement statement) {
                return proxy(PreparedStatement.class, statement);
            }
            if (result instanceof byte[] bytes && target instanceof ResultSet) {
                check(bytes, 0);
            }
            return result;
        };
        return type.cast(Proxy.newProxyInstance(CheckedReading.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** A checkpoint, and what a step keeps, hold the bytes of further objects. */
    private static void check(byte[] bytes, int depth) throws SQLException {
        if (bytes.length < STREAM.length || bytes[0] != STREAM[0] || bytes[1] != STREAM[1]) {
            return;
        }
        List<byte[]> further = new ArrayList<>();
        try (Objects in = new Objects(bytes, further)) {
            in.readObject();
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            throw new SQLException(
                    "the job repository holds what no job of Headroom leaves there: " + e.getMessage(), e);
        }
        if (!further.isEmpty() && depth == DEEPEST) {
            throw new SQLException("the job repository holds objects too deep inside one another");
        }
        for (byte[] inner : further) {
            check(inner, depth + 1);
        }
    }

    private static final class Objects extends ObjectInputStream {
        private final List<byte[]> further;

        Objects(byte[] bytes, List<byte[]> further) throws IOException {
            super(new ByteArrayInputStream(bytes));
            this.further = further;
            setObjectInputFilter(ALLOWED);
            enableResolveObject(true);
        }

        @Override
        protected @Nullable Object resolveObject(@Nullable Object object) {
            if (object instanceof CheckpointData checkpoint && checkpoint.getRestartToken() != null) {
                further.add(checkpoint.getRestartToken());
            } else if (object instanceof PersistentDataWrapper data && data.getPersistentDataBytes() != null) {
                further.add(data.getPersistentDataBytes());
            }
            return object;
        }
    }
}
