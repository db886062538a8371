package io.switchboard.http.internal.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class AddressRatesTest {
    private static long name(String address) throws Exception {
        return AddressRates.name(InetAddress.getByName(address));
    }

    @Test
    void takesANetworkOf64BitsForOneCaller() throws Exception {
        assertEquals(name("2001:db8:1:2::1"), name("2001:db8:1:2:ffff:ffff:ffff:ffff"));
        assertNotEquals(name("2001:db8:1:2::1"), name("2001:db8:1:3::1"));
        assertNotEquals(name("192.0.2.1"), name("192.0.2.2"));
        assertNotEquals(name("192.0.2.1"), name("2001:db8::1"));
        assertEquals(name("192.0.2.1"), name("::ffff:192.0.2.1"));
    }
}
