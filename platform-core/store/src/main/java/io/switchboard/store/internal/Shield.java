package io.switchboard.store.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps interrupts from H2's writers. Where one of them waits for another it sleeps, and an interrupted sleep at the end of a transaction
 * makes H2 close the database for everybody. So what may write is done on {@link WriterThreads}; what only reads waits for nobody and
 * stays on the caller's thread, which is quicker. As safe for use from many threads as what it stands before.
 */
final class Shield implements InvocationHandler {
    private static final Set<Class<?>> SHIELDED =
            Set.of(Connection.class, Statement.class, PreparedStatement.class, CallableStatement.class);
    private static final Set<String> WRITES = Set.of("getConnection", "commit", "rollback", "close", "setSchema");
    private static final Pattern READ =
            Pattern.compile("(?is)\\s*SELECT\\b(?!.*\\b(?:UPDATE|INSERT|DELETE|MERGE|NEXT)\\b).*");
    private static final int MOST_KNOWN = 1000;

    private final Object target;
    private final WriterThreads threads;
    private final Map<String, Boolean> reads;
    private final boolean read;

    private Shield(Object target, WriterThreads threads, Map<String, Boolean> reads, boolean read) {
        this.target = target;
        this.threads = threads;
        this.reads = reads;
        this.read = read;
    }

    /** The same source, whose connections and statements are shielded. */
    static DataSource over(DataSource source, WriterThreads threads) {
        return (DataSource) stand(DataSource.class, new Shield(source, threads, new ConcurrentHashMap<>(), false));
    }

    private static Object stand(Class<?> type, Shield shield) {
        return Proxy.newProxyInstance(Shield.class.getClassLoader(), new Class<?>[] {type}, shield);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        Object result =
                mayWrite(method, arguments) ? threads.run(() -> call(method, arguments)) : call(method, arguments);
        if (result == null || !SHIELDED.contains(method.getReturnType())) {
            return result;
        }
        boolean reading =
                arguments != null && arguments.length > 0 && arguments[0] instanceof String sql && isRead(sql);
        return stand(method.getReturnType(), new Shield(result, threads, reads, reading));
    }

    private Object call(Method method, Object @Nullable [] arguments) throws Exception {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception thrown) {
                throw thrown;
            }
            throw e;
        }
    }

    private boolean mayWrite(Method method, Object @Nullable [] arguments) {
        String name = method.getName();
        if (name.startsWith("execute")) {
            return !read
                    && !(arguments != null
                            && arguments.length > 0
                            && arguments[0] instanceof String sql
                            && isRead(sql));
        }
        if (name.equals("setAutoCommit")) {
            return arguments != null && Boolean.TRUE.equals(arguments[0]);
        }
        return WRITES.contains(name) && !(target instanceof Statement);
    }

    private boolean isRead(String sql) {
        Boolean known = reads.get(sql);
        if (known != null) {
            return known;
        }
        boolean found = READ.matcher(sql).matches();
        if (reads.size() < MOST_KNOWN) {
            reads.put(sql, found);
        }
        return found;
    }
}
