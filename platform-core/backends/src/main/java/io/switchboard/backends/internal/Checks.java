package io.switchboard.backends.internal;

import io.switchboard.backends.internal.client.ClientBackend;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.check.BackendCheck;
import io.switchboard.connector.check.CheckFinding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at backends, several at a time: whether their endpoints answer, and what their own checks say. */
final class Checks {
    private static final Logger LOG = LoggerFactory.getLogger(Checks.class);
    private static final int AT_A_TIME = 8;

    private final Duration most;

    /** Takes how long all of it may take. */
    Checks(Duration most) {
        this.most = most;
    }

    /** By the backends' names; what nobody opened over HTTP stands there where it has a check of its own. */
    List<Checked> run(Collection<ClientBackend> open, Collection<BackendCheck> checks) throws InterruptedException {
        List<String> names = List.copyOf(new TreeSet<>(Stream.concat(
                        open.stream().map(ClientBackend::name), checks.stream().map(BackendCheck::backend))
                .toList()));
        List<Callable<Checked>> looks = names.stream()
                .<Callable<Checked>>map(name -> () -> look(name, open, checks))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME, Checks::daemon);
        try {
            List<Future<Checked>> ended = threads.invokeAll(looks, most.toMillis(), TimeUnit.MILLISECONDS);
            List<Checked> found = new ArrayList<>();
            for (int i = 0; i < ended.size(); i++) {
                found.add(result(names.get(i), ended.get(i)));
            }
            return found;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "switchboard-check");
        thread.setDaemon(true);
        thread.setContextClassLoader(Checks.class.getClassLoader());
        return thread;
    }

    private Checked look(String name, Collection<ClientBackend> open, Collection<BackendCheck> checks) {
        List<CheckFinding> findings = new ArrayList<>();
        open.stream().filter(each -> each.name().equals(name)).forEach(each -> reach(each, findings));
        checks.stream().filter(each -> each.backend().equals(name)).forEach(each -> findings.addAll(ask(each)));
        return new Checked(name, findings.stream().distinct().toList());
    }

    private static void reach(ClientBackend backend, List<CheckFinding> findings) {
        boolean[] reached = {false};
        backend.look().forEach((address, why) -> {
            reached[0] |= why.isEmpty();
            findings.add(why.map(words -> CheckFinding.warning(
                            address + " does not answer: " + words.en() + ".", address + " 无应答：" + words.zh() + "。"))
                    .orElseGet(() -> CheckFinding.right(address + " answers.", address + " 有应答。")));
        });
        if (!reached[0]) {
            findings.add(CheckFinding.fault(
                    "No endpoint answers. Is it running, and is endpoints right?",
                    "没有任何端点应答。请确认其正在运行且 endpoints 设置正确。"));
        }
        if (backend.isRefused()) {
            findings.add(CheckFinding.fault(
                    "It refused the hub's credentials several times and is asked once a minute only. Correct them in its configuration.",
                    "已多次拒绝 hub 的凭据，目前每分钟仅尝试一次。请在其配置中更正。"));
        }
    }

    private List<CheckFinding> ask(BackendCheck check) {
        try {
            return check.check(most);
        } catch (ConnectorException e) {
            return List.of(CheckWords.of(e));
        } catch (RuntimeException | LinkageError e) {
            LOG.error("The check of the backend {} broke", check.backend(), e);
            return List.of(CheckFinding.fault("Its check broke; the log says how.", "检查本身出错，详见日志。"));
        }
    }

    private Checked result(String name, Future<Checked> ended) throws InterruptedException {
        try {
            return ended.get();
        } catch (CancellationException e) {
            return new Checked(
                    name,
                    List.of(CheckFinding.fault(
                            "It was not checked within " + most.toSeconds() + " seconds.",
                            "未能在 " + most.toSeconds() + " 秒内完成检查。")));
        } catch (ExecutionException e) {
            LOG.error("The check of the backend {} broke", name, e);
            return new Checked(name, List.of(CheckFinding.fault("Its check broke; the log says how.", "检查本身出错，详见日志。")));
        }
    }
}
