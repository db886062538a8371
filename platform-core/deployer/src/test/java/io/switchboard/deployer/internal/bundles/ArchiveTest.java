package io.switchboard.deployer.internal.bundles;

import static io.switchboard.deployer.internal.bundles.Jars.bundle;
import static io.switchboard.deployer.internal.bundles.Jars.zip;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Bundles and configurations that come in one file. */
class ArchiveTest extends DeployFixture {
    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsInItGoesUpAndDownTogether() throws IOException {
        drop(
                "shop.zip",
                zip(Map.of(
                        "shop/orders.jar", bundle("orders", "1.0.0"),
                        "shop/stock.jar", bundle("stock", "1.0.0"),
                        "shop/com.example.shop.cfg", text("url = x"),
                        "shop/README.md", text("read me"))));
        assertEquals(Set.of("orders 1.0.0", "stock 1.0.0"), framework.running());
        assertEquals(Map.of("com.example.shop", Map.of("url", "x")), configured);
        assertStatus("shop.zip", "state: running", "bundle: orders 1.0.0", "bundle: stock 1.0.0");
        delete("shop.zip");
        assertEquals(Set.of(), framework.running());
        assertEquals(Map.of(), configured);
        assertCopies(0);
    }

    @Test
    void oneThatDoesNotStartKeepsTheOthersDown() throws IOException {
        framework.failing.add("stock 1.0.0");
        drop("shop.zip", zip(Map.of("orders.jar", bundle("orders", "1.0.0"), "stock.jar", bundle("stock", "1.0.0"))));
        assertStatus("shop.zip", "state: failed");
        assertEquals(0, framework.installed());
        assertCopies(0);
    }

    @Test
    void anUpdateThatFailsLeavesAllOfTheOldAlsoItsConfigurations() throws IOException {
        drop(
                "shop.zip",
                zip(Map.of(
                        "orders.jar", bundle("orders", "1.0.0"),
                        "stock.jar", bundle("stock", "1.0.0"),
                        "shop.cfg", text("url = old"))));
        framework.failing.add("stock 2.0.0");
        drop(
                "shop.zip",
                zip(Map.of(
                        "orders.jar", bundle("orders", "2.0.0"),
                        "stock.jar", bundle("stock", "2.0.0"),
                        "shop.cfg", text("url = new"))));
        assertStatus("shop.zip", "state: failed", "still running: orders 1.0.0", "still running: stock 1.0.0");
        assertEquals(Set.of("orders 1.0.0", "stock 1.0.0"), framework.running());
        assertEquals(Map.of("shop", Map.of("url", "old")), configured);
    }

    @Test
    void anUpdateReplacesAllOfIt() throws IOException {
        drop(
                "shop.zip",
                zip(Map.of("orders.jar", bundle("orders", "1.0.0"), "a.cfg", text("x = 1"), "b.cfg", text("y = 1"))));
        drop("shop.zip", zip(Map.of("orders.jar", bundle("orders", "2.0.0"), "a.cfg", text("x = 2"))));
        assertEquals(Set.of("orders 2.0.0"), framework.running());
        assertEquals(Map.of("a", Map.of("x", "2")), configured);
        assertCopies(3);
    }

    @Test
    void whatIsWrongInItIsNamed() throws IOException {
        drop("a.zip", zip(Map.of("orders.jar", text("not a jar"))));
        assertStatus("a.zip", "state: refused", "reason: orders.jar: it is not a whole jar");
        drop("b.zip", zip(Map.of("README", text("nothing"))));
        assertStatus("b.zip", "reason: there is no bundle in it");
        drop("c.zip", zip(Map.of("x/orders.jar", bundle("orders", "1.0.0"), "y/orders.jar", bundle("o", "1.0.0"))));
        assertStatus("c.zip", "reason: there are two files orders.jar in it");
        byte[] whole = zip(Map.of("orders.jar", bundle("orders", "1.0.0")));
        drop("d.zip", Arrays.copyOf(whole, whole.length - 10));
        assertStatus("d.zip", "reason: it is not a whole zip");
        drop("e.zip", zip(Map.of("orders.jar", bundle("orders", "1.0.0"), "x.cfg", text("x = $[secret:none]"))));
        assertStatus("e.zip", "state: waiting", "reason: x.cfg: x: the secret none is not set");
        assertEquals(Set.of(), framework.running());
        assertCopies(3);
    }
}
