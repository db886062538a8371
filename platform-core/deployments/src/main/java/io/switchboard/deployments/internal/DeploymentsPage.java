package io.switchboard.deployments.internal;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.page.HubPage;
import io.switchboard.core.value.ValueOutput;
import io.switchboard.deployer.BundleName;
import io.switchboard.deployer.ConnectorStanding;
import io.switchboard.deployer.Deployment;
import io.switchboard.deployer.Deployments;
import io.switchboard.deployer.Reason;
import io.switchboard.deployer.WithheldFile;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What became of every file in {@code deploy/}: {@code /api/deployments} and {@code /api/deployments/{file}}. */
@Component
public final class DeploymentsPage implements HubPage {
    private final Deployments deployments;

    /** Tells what the deployer says. */
    @Activate
    public DeploymentsPage(@Reference Deployments deployments) {
        this.deployments = deployments;
    }

    @Override
    public String name() {
        return "deployments";
    }

    @Override
    public String scope() {
        return "deployments.read";
    }

    @Override
    public void write(List<String> path, Locale locale, ValueOutput out) throws CallFailure {
        switch (path.size()) {
            case 0 -> all(locale, out);
            case 1 -> one(named(path.get(0)), locale, out);
            default -> throw nothing();
        }
    }

    private Deployment named(String file) throws CallFailure {
        return deployments.current().stream()
                .filter(each -> each.file().equals(file))
                .findFirst()
                .orElseThrow(DeploymentsPage::nothing);
    }

    private static CallFailure nothing() {
        return CallFailure.of(ErrorCode.NOT_FOUND, "There is no such file in deploy/.", "deploy/ 中没有该文件。");
    }

    private void all(Locale locale, ValueOutput out) {
        out.startRecord();
        list(out, "deployments", deployments.current(), each -> one(each, locale, out));
        list(out, "withheld", deployments.withheld(), each -> withheld(each, out));
        out.endRecord();
    }

    private static void withheld(WithheldFile file, ValueOutput out) {
        out.startRecord();
        text(out, "file", file.file());
        text(out, "reason", file.reason());
        out.endRecord();
    }

    private static void one(Deployment deployment, Locale locale, ValueOutput out) {
        out.startRecord();
        text(out, "file", deployment.file());
        text(out, "state", deployment.state().name());
        text(out, "since", deployment.since().toString());
        if (deployment.reason().isPresent()) {
            Reason reason = deployment.reason().get();
            text(out, "reason", locale.getLanguage().equals("zh") ? reason.zh() : reason.en());
        }
        list(out, "bundles", deployment.bundles(), each -> bundle(each, out));
        list(out, "stillRunning", deployment.stillRunning(), each -> bundle(each, out));
        list(out, "connectors", deployment.connectors(), each -> connector(each, out));
        list(out, "changes", deployment.changes(), out::text);
        list(out, "signers", deployment.signers(), out::text);
        out.endRecord();
    }

    private static void bundle(BundleName bundle, ValueOutput out) {
        out.startRecord();
        text(out, "symbolicName", bundle.symbolicName());
        text(out, "version", bundle.version());
        out.endRecord();
    }

    private static void connector(ConnectorStanding connector, ValueOutput out) {
        out.startRecord();
        text(out, "name", connector.name());
        text(out, "standing", connector.standing().name());
        if (!connector.reason().isEmpty()) {
            text(out, "reason", connector.reason());
        }
        list(out, "operations", connector.operations(), out::text);
        out.endRecord();
    }

    private static <T> void list(ValueOutput out, String name, List<T> items, Consumer<T> each) {
        out.name(name);
        out.startList();
        items.forEach(each);
        out.endList();
    }

    private static void text(ValueOutput out, String name, String value) {
        out.name(name);
        out.text(value);
    }
}
