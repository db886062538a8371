/** What the servers that the hub is compared with answer. */
@NullMarked
package io.switchboard.bench.customer;

import org.jspecify.annotations.NullMarked;
