package io.switchboard.deployer;

import java.time.Duration;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The hub's calls, as far as a deployment has to know of them. A service of whoever knows core; without one, bundles are deployed as
 * they come. Bundles are named by the framework's ids. Has to be safe for use from many threads.
 */
@ConsumerType
public interface Traffic {
    /** Has what the bundle brings from now on read and checked, but not offered until it is admitted. Called before it is started. */
    void hold(long bundle);

    /** Offers in one step all that the bundle holds back; calls that come now go to it, and to no other version of it. */
    void admit(long bundle);

    /** What the hub has of the bundle now. */
    BundleReview review(long bundle);

    /** A number that is another one when a bundle whose review had mistakes may have none now; files that were refused are tried again then. */
    long rules();

    /** Waits until every call that was under way at this moment has ended. False when that took longer than {@code most}. */
    boolean awaitCallsUnderWay(Duration most) throws InterruptedException;
}
