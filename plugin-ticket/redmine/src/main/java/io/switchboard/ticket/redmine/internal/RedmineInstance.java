package io.switchboard.ticket.redmine.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.Leases;
import io.switchboard.connector.check.BackendCheck;
import io.switchboard.connector.check.CheckFinding;
import io.switchboard.connector.http.HttpBackend;
import io.switchboard.connector.http.HttpBackends;
import io.switchboard.connector.http.HttpSettingsException;
import io.switchboard.poll.Bell;
import io.switchboard.poll.Place;
import io.switchboard.poll.Poller;
import io.switchboard.ticket.redmine.internal.poll.IssueRound;
import io.switchboard.ticket.redmine.internal.settings.RedmineSettings;
import io.switchboard.ticket.redmine.internal.settings.SettingsReader;
import io.switchboard.ticket.spi.TicketBackend;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Redmine, from {@code etc/io.switchboard.ticket.redmine~NAME.cfg}; its tickets are {@code NAME~123}. With mistakes in its settings
 * there is no such backend, and its check tells them. Registers the backend by itself, since its instance's name is that of the file.
 */
@Component(
        service = {BackendCheck.class, RedmineInstance.class},
        immediate = true,
        configurationPid = RedmineInstance.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class RedmineInstance implements BackendCheck {
    static final String PID = "io.switchboard.ticket.redmine";

    private static final Logger LOG = LoggerFactory.getLogger(RedmineInstance.class);

    private static final Duration START = Duration.ofSeconds(10);

    private final String name;
    private final List<CheckFinding> mistakes;
    private final @Nullable Open open;

    private record Open(
            RedmineSettings settings,
            HttpBackend http,
            References references,
            Bell bell,
            ServiceRegistration<TicketBackend> registration,
            Thread first) {}

    /** Opens it, as its settings say. */
    @Activate
    public RedmineInstance(Map<String, ?> configuration, @Reference HttpBackends backends, BundleContext context) {
        String pid = String.valueOf(configuration.get("service.pid"));
        name = pid.substring(pid.indexOf('~') + 1);
        Open opened = null;
        List<CheckFinding> found = List.of();
        try {
            opened = open(new SettingsReader(name, configuration).read(), backends, context);
        } catch (HttpSettingsException e) {
            LOG.error(e.getMessage());
            found = e.mistakes().stream()
                    .map(each -> CheckFinding.fault(each.key() + " " + each.en(), each.key() + " " + each.zh()))
                    .toList();
        }
        open = opened;
        mistakes = found;
    }

    private static Open open(RedmineSettings settings, HttpBackends backends, BundleContext context) {
        HttpBackend http = backends.open(settings.http());
        References references = new References(settings, InstantSource.system());
        Bell bell = new Bell();
        return new Open(
                settings,
                http,
                references,
                bell,
                context.registerService(
                        TicketBackend.class,
                        new RedmineTickets(settings, http, references, InstantSource.system(), bell),
                        FrameworkUtil.asDictionary(Map.of(TicketBackend.INSTANCE, settings.instance()))),
                lookAtOnce(settings, http, references));
    }

    /** So that the log tells what is missing before the first call comes. Where Redmine does not answer yet, that call looks again. */
    private static Thread lookAtOnce(RedmineSettings settings, HttpBackend http, References references) {
        Thread thread = new Thread(
                () -> {
                    try {
                        references.get(question -> http.send(question, START));
                    } catch (ConnectorException e) {
                        LOG.warn("{}: Redmine cannot be asked yet ({})", settings.instance(), e.code());
                    }
                },
                "redmine-" + settings.instance());
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Begins to find out what happens there; empty where that is not wanted, or it is not open. */
    Optional<Poller> poller(Place place, Leases leases) {
        return Optional.ofNullable(open)
                .filter(each -> !each.settings().poll().isZero())
                .map(each -> new Poller(
                        "redmine-poll-" + name,
                        new IssueRound(new Polled(each.settings(), each.http(), each.references()), place),
                        leases,
                        each.settings().poll(),
                        each.bell()));
    }

    /** Ends it. */
    @Deactivate
    void close() {
        if (open != null) {
            open.registration().unregister();
            open.first().interrupt();
            open.http().close();
        }
    }

    @Override
    public String backend() {
        return name;
    }

    @Override
    public List<CheckFinding> check(Duration atMost) {
        return open == null
                ? mistakes
                : open.references().check(question -> open.http().send(question, atMost));
    }
}
