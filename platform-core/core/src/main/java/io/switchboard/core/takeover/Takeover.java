package io.switchboard.core.takeover;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How one version of a bundle hands its calls to the next; for whoever deploys. A service; safe for use from many threads.
 *
 * <p>An update is: install the new version beside the old, {@link #hold} it, start it, {@link #review} it, {@link #admit} it,
 * {@link #awaitCallsUnderWay}, then stop the old. What core knows of a bundle is forgotten when the bundle is uninstalled. All that is
 * known is lost when core itself starts anew: then of two versions the one that came last has the calls, unless whoever deploys keeps the
 * other from core until it has been held again.
 */
@ProviderType
public interface Takeover {
    /**
     * What the bundle brings from now on, connectors and hooks of the security plugin, is read and checked, but used only when it is
     * admitted. To be called before the bundle is started.
     *
     * @param bundle the framework's id of it
     */
    void hold(long bundle);

    /**
     * Offers all that the bundle holds back, in one step: calls that come now go to it and no longer to another bundle of the same
     * symbolic name. A connector that only the other has stays offered until that goes. Of several that were admitted the last counts.
     *
     * @param bundle the framework's id of it; one that holds nothing back is preferred from now on all the same
     */
    void admit(long bundle);

    /**
     * What the hub has of a bundle now.
     *
     * @param bundle the framework's id of it; of one that brings no connector the review is empty
     */
    BundleReview review(long bundle);

    /**
     * A number that is another one when what was refused may be accepted now: contracts are accepted, or a connector has gone whose name
     * another bundle wanted. It says nothing else; core that starts anew begins with another number.
     */
    long rules();

    /**
     * Ends the quarantine of a connector that gets calls, so that all calls try it again. Failing again as before, it is back in it.
     *
     * @param connector its name, such as {@code loyalty.v1}
     * @return whether it was in quarantine
     */
    boolean release(String connector);

    /**
     * Waits until every call that was under way at this moment has ended, or was answered at its deadline. Calls that come meanwhile are
     * not waited for.
     *
     * @return false when that took longer than {@code most}
     */
    boolean awaitCallsUnderWay(Duration most) throws InterruptedException;
}
