package io.switchboard.launcher.demo;

import io.switchboard.launcher.command.Node;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * What stands behind the hub for one of its domains.
 *
 * @param domain which
 * @param instance the instance in use, as the hub's files have it
 * @param address its first endpoint; empty where the hub knows none
 * @param trouble why it does not answer; empty where it does, as far as the hub knows
 */
record Standing(Domain domain, String instance, String address, String trouble) {
    private static final String EMBEDDED = "embedded";

    /** What can be somewhere else. */
    enum Domain {
        CUSTOMERS("io.switchboard.crm.cfg", "backend", "customers", "客户", "docs/backends/tryton.md"),
        TICKETS("io.switchboard.ticket.cfg", "instance", "tickets", "工单", "docs/backends/redmine.md"),
        ORDERS("io.switchboard.ecommerce.cfg", "shop", "orders", "订单", "docs/ecommerce.md");

        private final String file;
        private final String key;
        private final String english;
        private final String chinese;
        private final String page;

        Domain(String file, String key, String english, String chinese, String page) {
            this.file = file;
            this.key = key;
            this.english = english;
            this.chinese = chinese;
            this.page = page;
        }
    }

    /** One for each domain, by the hub's files and what it says of its backends. */
    static List<Standing> all(Path etc, Node backends) throws IOException {
        Standing customers = of(Domain.CUSTOMERS, etc, backends);
        return List.of(customers, of(Domain.TICKETS, etc, backends), of(Domain.ORDERS, etc, backends));
    }

    private static Standing of(Domain domain, Path etc, Node backends) throws IOException {
        String instance = setting(etc.resolve(domain.file), domain.key);
        for (Node each : backends.get("backends").items()) {
            if (each.text("backend").equals(instance)) {
                List<Node> endpoints = each.get("endpoints").items();
                boolean up =
                        endpoints.stream().anyMatch(one -> !one.text("state").equals("DOWN"));
                Node first = endpoints.get(0);
                return new Standing(domain, instance, first.text("address"), up ? "" : first.text("why") + " ");
            }
        }
        return new Standing(domain, instance, "", "");
    }

    private static String setting(Path file, String key) throws IOException {
        Properties settings = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            settings.load(in);
        } catch (NoSuchFileException e) {
            return EMBEDDED;
        }
        return settings.getProperty(key, EMBEDDED).strip();
    }

    /** Whether it can be played with. */
    boolean isReal() {
        return !address.isEmpty() && trouble.isEmpty();
    }

    /** Whether it is on this machine. */
    boolean isLocal() {
        String host = URI.create(address).getHost();
        return host != null && (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
    }

    /** Says how it stands, and where it is not there, what to do. */
    void show(Screen screen) {
        if (isReal()) {
            screen.note(
                    domain.english + ": " + instance + ", " + address, domain.chinese + "：" + instance + "，" + address);
        } else if (!address.isEmpty()) {
            screen.note(
                    domain.english + ": " + instance + " at " + address + " is DOWN: " + trouble
                            + "- switchboard check says more.",
                    domain.chinese + "：" + address + " 的 " + instance + " 无响应：" + trouble + "——详见 switchboard check。");
        } else if (instance.equals(EMBEDDED)) {
            screen.note(
                    domain.english + ": the hub's own. To have them in a real system, see " + domain.page + ".",
                    domain.chinese + "：由 hub 自身保存。如需接入真实系统，参见 " + domain.page + "。");
        } else {
            screen.note(
                    domain.english + ": etc/" + domain.file + " names " + instance
                            + ", and there is no such system. Is its bundle in deploy/, and its own file in etc/? See "
                            + domain.page + ".",
                    domain.chinese + "：etc/" + domain.file + " 指定了 " + instance
                            + "，但没有该系统。其 bundle 是否在 deploy/、其配置文件是否在 etc/？参见 " + domain.page + "。");
        }
    }
}
