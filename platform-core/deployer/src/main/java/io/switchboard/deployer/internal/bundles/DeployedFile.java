package io.switchboard.deployer.internal.bundles;

import io.switchboard.deployer.BundleReview;
import io.switchboard.deployer.ConnectorStanding;
import io.switchboard.deployer.Deployment;
import io.switchboard.deployer.DeploymentState;
import io.switchboard.deployer.internal.watch.FileStamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file of the deploy folder: what of it serves, and what of it is on its way. The two differ while a new content has not proved itself;
 * then the old one goes on serving. Not safe for use from many threads.
 */
final class DeployedFile {
    private static final Logger LOG = LoggerFactory.getLogger(DeployedFile.class);

    private final String file;
    private final Succession succession;
    private FileStamp stamp;
    private long arrival;
    private @Nullable Installed serving;
    private @Nullable Installed candidate;
    private Outcome outcome = Outcome.of(DeploymentState.STARTING);
    private BundleReview review = BundleReview.EMPTY;
    /** Whether the newest content is not to be had or not to be used, so that at most an older one serves. */
    private boolean rejected;

    DeployedFile(String file, FileStamp stamp, Succession succession) {
        this.file = file;
        this.stamp = stamp;
        this.succession = succession;
    }

    String file() {
        return file;
    }

    FileStamp stamp() {
        return stamp;
    }

    /** Tells one content from the next. */
    long arrival() {
        return arrival;
    }

    Outcome outcome() {
        return outcome;
    }

    /** Whether it may change without anybody touching the file. */
    boolean pending() {
        return candidate != null || outcome.state() == DeploymentState.STARTING || waits();
    }

    private boolean waits() {
        return outcome.state() == DeploymentState.WAITING;
    }

    /** Of the newest content that could be installed. */
    Optional<Content> newest() {
        return Optional.ofNullable(candidate == null ? serving : candidate).map(Installed::content);
    }

    Optional<Installed> serving() {
        return Optional.ofNullable(serving);
    }

    /** Whether such a content serves already, so that there is nothing to do. */
    boolean serves(Content content) {
        return candidate == null
                && serving != null
                && serving.content().digest().equals(content.digest())
                && (outcome.state() == DeploymentState.RUNNING || outcome.state() == DeploymentState.FAULTY);
    }

    /** Whether what serves is not what the file has now. */
    boolean servesOlder() {
        return serving != null && (candidate != null || rejected);
    }

    /** The file is another one, with the content that serves. */
    void touched(FileStamp now) {
        again(now);
        rejected = false;
    }

    /** The file is to be taken again. */
    void again(FileStamp now) {
        stamp = now;
        arrival++;
    }

    /** Takes what serves of a file that has gone, to be its next version. */
    void inherit(DeployedFile gone) {
        if (serving == null && gone.serving != null) {
            serving = gone.serving;
            gone.serving = null;
            outcome = gone.outcome;
            review = gone.review;
        }
    }

    /** The content behind the stamp was no bundle, or could not be installed; what serves goes on. */
    void refused(FileStamp now, Outcome why) {
        touched(now);
        dropCandidate();
        outcome = why;
        rejected = true;
        look();
    }

    void arrived(FileStamp now, Installed fresh) {
        touched(now);
        dropCandidate();
        candidate = fresh;
        outcome = Outcome.of(DeploymentState.STARTING);
    }

    /** Tries to bring up what does not run, and looks how the rest stands. Safe to call at any time. */
    void attempt() {
        try {
            if (candidate != null) {
                outcome = bringUp(candidate);
            } else if (serving != null && rejected) {
                keepUp(serving);
            } else if (serving != null) {
                outcome = standing(serving);
            }
        } catch (DeployFault e) {
            outcome = e.outcome();
            if (!waits() && candidate != null) {
                dropCandidate();
                rejected = true;
            }
        }
        look();
    }

    private Outcome bringUp(Installed fresh) throws DeployFault {
        if (!succession.bringUp(file, fresh, Optional.ofNullable(serving))) {
            return Outcome.of(DeploymentState.STARTING);
        }
        serving = fresh;
        candidate = null;
        return standing(fresh);
    }

    // What serves instead of a content that was refused may have lost something it needs, and got it back.
    private void keepUp(Installed old) {
        try {
            old.start(succession.installer());
        } catch (DeployFault e) {
            LOG.debug("{} does not run any more: {}", file, e.getMessage());
        }
    }

    private Outcome standing(Installed now) throws DeployFault {
        Installer installer = succession.installer();
        try {
            if (!now.start(installer)) {
                return Outcome.of(DeploymentState.STARTING);
            }
        } catch (DeployFault e) {
            // What goes up together goes down together.
            now.bundles().forEach(installer::stop);
            throw e;
        }
        review = now.review(succession.calls());
        if (!review.mistakes().isEmpty()) {
            return Outcome.mistaken(DeploymentState.FAULTY, review.mistakes());
        }
        for (long bundle : now.bundles()) {
            installer.examine(bundle, bundle);
        }
        return Outcome.running(review);
    }

    private void look() {
        @Nullable Installed newest = candidate == null ? serving : candidate;
        review = newest == null ? BundleReview.EMPTY : newest.review(succession.calls());
    }

    Deployment record(Instant now) {
        boolean serves = candidate == null && !rejected;
        Optional<Installed> old =
                serves ? Optional.empty() : serving().filter(each -> each.runs(succession.installer()));
        boolean known = candidate != null || !rejected;
        return new Deployment(
                file,
                outcome.state(),
                known ? newest().map(Content::names).orElse(List.of()) : List.of(),
                review.connectors().stream()
                        .sorted(Comparator.comparing(ConnectorStanding::name))
                        .toList(),
                known ? review.changes() : List.of(),
                outcome.reason(),
                old.map(each -> each.content().names()).orElse(List.of()),
                known ? newest().map(Content::signers).orElse(List.of()) : List.of(),
                now);
    }

    /** The file has gone. */
    void remove() {
        dropCandidate();
        if (serving != null) {
            succession.end(file, serving);
            serving = null;
        }
    }

    private void dropCandidate() {
        if (candidate != null) {
            Installed dropped = candidate;
            candidate = null;
            succession.giveUp(file, dropped, Optional.ofNullable(serving));
        }
    }
}
