package io.switchboard.analytics.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/** A store whose n-th statement or commit from now on fails: before it is done, or after it. */
final class FailingSource {
    private static final Set<String> COUNTED =
            Set.of("executeUpdate", "executeQuery", "executeBatch", "commit", "prepareStatement");

    private final DataSource real;
    private int left = Integer.MAX_VALUE;
    private boolean afterwards;

    FailingSource(DataSource real) {
        this.real = real;
    }

    void failAt(int operation, boolean whenDone) {
        left = operation;
        afterwards = whenDone;
    }

    DataSource source() {
        return wrap(DataSource.class, real);
    }

    private <T> T wrap(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    boolean failing = COUNTED.contains(method.getName()) && --left == 0;
                    if (failing && !afterwards) {
                        throw new SQLException("failed before " + method.getName());
                    }
                    Object result;
                    try {
                        result = method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (failing) {
                        throw new SQLException("failed after " + method.getName());
                    }
                    if (result instanceof Connection connection) {
                        return wrap(Connection.class, connection);
                    }
                    return result instanceof PreparedStatement statement
                            ? wrap(PreparedStatement.class, statement)
                            : result;
                }));
    }
}
