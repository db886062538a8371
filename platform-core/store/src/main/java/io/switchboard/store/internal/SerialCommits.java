package io.switchboard.store.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets one commit through at a time. H2 2.5.252 acknowledges a commit without writing it where another thread's commit was under way at
 * that moment, and a kill then takes what was acknowledged: 8 writers lost up to 36 of 5,000 rows. Statements themselves run side by side; a
 * statement in auto-commit mode is run in a transaction of its own, so that it waits for no lock of a row while it holds this one.
 */
final class SerialCommits {
    private final ReentrantLock lock = new ReentrantLock();

    /** Waits until no commit is under way, and keeps the others waiting until {@link #end}; not ended by an interrupt. */
    void begin() {
        lock.lock();
    }

    /** Lets the next one through. */
    void end() {
        lock.unlock();
    }

    /** A connection whose commits, and those of its statements, take their turn. */
    Connection guard(Connection physical) {
        return proxy(Connection.class, new GuardedConnection(physical));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(SerialCommits.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Method method, Object target, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private final class GuardedConnection implements InvocationHandler {
        private final Connection physical;

        GuardedConnection(Connection physical) {
            this.physical = physical;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            return switch (method.getName()) {
                // To turn auto-commit on is to commit.
                case "commit", "setAutoCommit" -> inTurn(method, arguments);
                case "createStatement", "prepareStatement", "prepareCall" -> {
                    Object statement = call(method, physical, arguments);
                    Class<? extends Statement> type = method.getReturnType().asSubclass(Statement.class);
                    yield statement == null
                            ? null
                            : proxy(type, new GuardedStatement((Connection) proxy, physical, statement));
                }
                default -> call(method, physical, arguments);
            };
        }

        private @Nullable Object inTurn(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
            begin();
            try {
                return call(method, physical, arguments);
            } finally {
                end();
            }
        }
    }

    private final class GuardedStatement implements InvocationHandler {
        private final Connection guarded;
        private final Connection physical;
        private final Object statement;

        GuardedStatement(Connection guarded, Connection physical, Object statement) {
            this.guarded = guarded;
            this.physical = physical;
            this.statement = statement;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            String name = method.getName();
            if (name.equals("getConnection")) {
                return guarded;
            }
            boolean changes = name.startsWith("execute") && !name.equals("executeQuery");
            return changes && physical.getAutoCommit()
                    ? committed(method, arguments)
                    : call(method, statement, arguments);
        }

        private @Nullable Object committed(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
            physical.setAutoCommit(false);
            boolean done = false;
            try {
                Object result = call(method, statement, arguments);
                done = true;
                return result;
            } finally {
                finish(done);
            }
        }

        private void finish(boolean done) throws SQLException {
            begin();
            try {
                if (done) {
                    physical.commit();
                } else {
                    physical.rollback();
                }
                physical.setAutoCommit(true);
            } finally {
                end();
            }
        }
    }
}
