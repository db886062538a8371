/** What a CRM has to do for the hub: the {@link io.switchboard.crm.spi.CustomerBackend} and what it speaks in. */
@Export
@Version("1.1.0")
@NullMarked
package io.switchboard.crm.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
