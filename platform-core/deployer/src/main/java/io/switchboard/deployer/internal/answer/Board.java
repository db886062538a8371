package io.switchboard.deployer.internal.answer;

import io.switchboard.deployer.Deployment;
import io.switchboard.deployer.Deployments;
import io.switchboard.deployer.WithheldFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what every file became, for whoever asks. */
public final class Board implements Deployments {
    private static final Logger LOG = LoggerFactory.getLogger(Board.class);

    private final Supplier<List<WithheldFile>> withheld;
    private final Supplier<List<WithheldFile>> passedOver;
    private final Map<String, Deployment> files = new TreeMap<>();
    private final List<Consumer<List<Deployment>>> listeners = new CopyOnWriteArrayList<>();
    private volatile List<Deployment> current = List.of();

    /** Takes where the configurations are known that are not given out. */
    public Board(Supplier<List<WithheldFile>> withheld, Supplier<List<WithheldFile>> passedOver) {
        this.withheld = withheld;
        this.passedOver = passedOver;
    }

    /** Keeps how a file stands now. */
    public synchronized void post(Deployment deployment) {
        files.put(deployment.file(), deployment);
        publish();
    }

    /** A file has gone. */
    public synchronized void remove(String file) {
        if (files.remove(file) != null) {
            publish();
        }
    }

    private void publish() {
        current = List.copyOf(files.values());
        listeners.forEach(listener -> tell(listener, current));
    }

    private static void tell(Consumer<List<Deployment>> listener, List<Deployment> now) {
        try {
            listener.accept(now);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("A listener to the deployments failed", e);
        }
    }

    @Override
    public List<Deployment> current() {
        return current;
    }

    @Override
    public synchronized Subscription onChange(Consumer<List<Deployment>> listener) {
        listeners.add(listener);
        tell(listener, current);
        return () -> listeners.remove(listener);
    }

    @Override
    public List<WithheldFile> withheld() {
        return withheld.get();
    }

    @Override
    public List<WithheldFile> passedOver() {
        return passedOver.get();
    }
}
