package io.switchboard.bench.jmh;

import io.switchboard.connector.Assurance;
import io.switchboard.connector.DataClass;
import io.switchboard.connector.Principal;
import io.switchboard.core.call.Credentials;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.core.internal.pipeline.Guards;
import io.switchboard.core.security.Authenticator;
import io.switchboard.core.security.Authoriser;
import io.switchboard.core.security.Caller;
import io.switchboard.core.security.MaskingPolicy;
import io.switchboard.core.security.MaskingProfile;
import io.switchboard.core.security.MaskingProfile.Treatment;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lets everybody through, as one caller. */
final class OpenGuards implements Guards, Authenticator, Authoriser, MaskingPolicy {
    static final MaskingProfile PROFILE =
            new MaskingProfile(Map.of(DataClass.PHONE, Treatment.PARTIAL, DataClass.EMAIL, Treatment.PARTIAL));

    private final MaskingProfile profile;
    private final Caller caller = new Caller(
            Principal.builder("bench", Principal.Kind.ASSIST).build(),
            Set.of("bench"),
            Set.of("customers.read"),
            Optional.empty(),
            Optional.empty(),
            Assurance.TOKEN,
            "token",
            Instant.MAX);

    /** Who sees what the profile shows. */
    OpenGuards(MaskingProfile profile) {
        this.profile = profile;
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return Optional.of(this);
    }

    @Override
    public Optional<Authoriser> authoriser() {
        return Optional.of(this);
    }

    @Override
    public Optional<MaskingPolicy> maskingPolicy() {
        return Optional.of(this);
    }

    @Override
    public Caller authenticate(Credentials credentials) {
        return caller;
    }

    @Override
    public void authorise(Caller anybody, OperationDescriptor operation) {
        // Everybody may.
    }

    @Override
    public MaskingProfile profile(Caller anybody) {
        return profile;
    }
}
