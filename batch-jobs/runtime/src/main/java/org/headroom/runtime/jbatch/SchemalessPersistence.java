package org.headroom.runtime.jbatch;

import com.ibm.jbatch.container.services.impl.JDBCPersistenceManagerImpl;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * jbatch's own persistence on connections that know their schema already: jbatch would set it before every statement, in words that
 * PostgreSQL does not understand. What it reads of Java objects is checked before, see {@link CheckedReading}.
 *
 * <p>Public with a constructor without arguments because jbatch makes it by name.
 */
public final class SchemalessPersistence extends JDBCPersistenceManagerImpl {
    @Override
    protected Connection getConnection() throws SQLException {
        return CheckedReading.of(JbatchEngine.repository().getConnection());
    }
}
