package io.switchboard.deployments.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.value.JsonOutput;
import io.switchboard.deployer.BundleName;
import io.switchboard.deployer.ConnectorStanding;
import io.switchboard.deployer.Deployment;
import io.switchboard.deployer.DeploymentState;
import io.switchboard.deployer.Reason;
import io.switchboard.deployer.WithheldFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeploymentsPageTest {
    private static final Deployment LOYALTY = new Deployment(
            "loyalty.jar",
            DeploymentState.FAULTY,
            List.of(new BundleName("com.example.loyalty", "1.2.0")),
            List.of(new ConnectorStanding(
                    "loyalty.v1", ConnectorStanding.Standing.HELD, List.of("balance.get"), "It breaks its contract.")),
            List.of("balance.get: the member points is gone"),
            Optional.of(new Reason("A \"contract\" is broken.", "契约被破坏。")),
            List.of(new BundleName("com.example.loyalty", "1.1.0")),
            List.of("CN=Example"),
            Instant.parse("2026-01-31T12:00:00Z"));
    private static final String JSON = "{'file':'loyalty.jar','state':'FAULTY','since':'2026-01-31T12:00:00Z',"
            + "'reason':'%s','bundles':[{'symbolicName':'com.example.loyalty','version':'1.2.0'}],"
            + "'stillRunning':[{'symbolicName':'com.example.loyalty','version':'1.1.0'}],"
            + "'connectors':[{'name':'loyalty.v1','standing':'HELD','reason':'It breaks its contract.',"
            + "'operations':['balance.get']}],'changes':['balance.get: the member points is gone'],'signers':['CN=Example']}";

    private final DeploymentsPage page = new DeploymentsPage(
            new FixedDeployments(List.of(LOYALTY), List.of(new WithheldFile("a.cfg", "x: not a number"))));

    private String read(Locale locale, String... path) throws CallFailure {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonOutput out = new JsonOutput(bytes)) {
            page.write(List.of(path), locale, out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String json(String reason) {
        return JSON.replace('\'', '"').formatted(reason);
    }

    @Test
    void tellsAllThatIsKnownOfAFileInTheLanguageAskedFor() throws CallFailure {
        assertEquals(json("A \\\"contract\\\" is broken."), read(Locale.ENGLISH, "loyalty.jar"));
        assertEquals(json("契约被破坏。"), read(Locale.SIMPLIFIED_CHINESE, "loyalty.jar"));
    }

    @Test
    void tellsAllFilesAndWhatIsWithheld() throws CallFailure {
        assertEquals(
                "{\"deployments\":[" + json("契约被破坏。")
                        + "],\"withheld\":[{\"file\":\"a.cfg\",\"reason\":\"x: not a number\"}]}",
                read(Locale.SIMPLIFIED_CHINESE));
    }

    @Test
    void knowsNothingElse() {
        for (String[] path : List.of(new String[] {"other.jar"}, new String[] {"loyalty.jar", "x"})) {
            CallFailure failure = assertThrows(CallFailure.class, () -> read(Locale.ENGLISH, path));
            assertEquals(ErrorCode.NOT_FOUND, failure.code());
        }
    }
}
