package org.headroom.runtime.jbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.jbatch.container.persistence.CheckpointData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Rows that hold objects which no job leaves there. */
class CheckedReadingTest {
    private static boolean isMade;

    /** Does something as soon as it is read. */
    static final class Harm implements Serializable {
        private static final long serialVersionUID = 1L;

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            isMade = true;
        }
    }

    private static byte[] bytes(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static byte[] read(byte[] bytes) throws SQLException {
        try (Connection plain = DriverManager.getConnection("jdbc:h2:mem:");
                Connection connection = CheckedReading.of(plain);
                PreparedStatement statement = connection.prepareStatement("SELECT CAST(? AS VARBINARY) AS OBJ")) {
            statement.setBytes(1, bytes);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBytes("obj");
            }
        }
    }

    private static CheckpointData checkpoint(Object of) throws IOException {
        CheckpointData data = new CheckpointData(1, "step", "READER");
        data.setRestartToken(bytes(of));
        return data;
    }

    @Test
    void whatJobsLeaveIsRead() throws SQLException, IOException {
        Properties properties = new Properties();
        properties.setProperty("work", "x");
        for (byte[] bytes : new byte[][] {bytes(properties), bytes(checkpoint(7)), bytes(checkpoint(null)), {1, 2}}) {
            assertThat(read(bytes)).isEqualTo(bytes);
        }
    }

    @Test
    void otherObjectsAreRefusedBeforeTheyAreMadeHoweverDeep() throws IOException {
        for (byte[] bytes :
                new byte[][] {bytes(new Harm()), bytes(checkpoint(new Harm())), bytes(new Object[] {new Harm()})}) {
            assertThatThrownBy(() -> read(bytes))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("what no job of Headroom leaves there");
        }
        assertThat(isMade).isFalse();
    }
}
