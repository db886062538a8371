package io.switchboard.core.internal.once;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A data source that fails when told to. */
final class TroubledSource implements DataSource {
    /** So many times no connection comes. */
    final AtomicInteger refusals = new AtomicInteger();

    /** So many times the connection breaks after the work was committed, before anybody hears of it. */
    final AtomicInteger lostAnswers = new AtomicInteger();

    /** So many connections are good before that. */
    final AtomicInteger skip = new AtomicInteger();

    /** Connections are held up until it opens. */
    volatile CountDownLatch gate = new CountDownLatch(0);

    private final DataSource real;

    TroubledSource(DataSource real) {
        this.real = real;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new SQLException("interrupted", e);
        }
        if (refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new SQLException("refused");
        }
        Connection connection = real.getConnection();
        if (skip.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            return connection;
        }
        if (lostAnswers.getAndUpdate(n -> Math.max(0, n - 1)) == 0) {
            return connection;
        }
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    try {
                        Object result = method.invoke(connection, args);
                        if (method.getName().equals("close")) {
                            throw new SQLException("broken");
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return real.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        real.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        real.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return real.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return real.isWrapperFor(type);
    }
}
