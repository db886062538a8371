package io.switchboard.crm.spi;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The CRM that the configuration names, for those who ask the same one as the CRM connector: there may be several. A service that the
 * connector registers. Safe for use from many threads.
 */
@ProviderType
public interface CrmInUse {
    /** The backend of the instance that is configured now; empty where it is not there. To be asked for anew each time. */
    Optional<CustomerBackend> backend();
}
