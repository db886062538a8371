package io.switchboard.security.internal.issuer;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The settings of one issuer, for tools that show them; {@link IssuerReader} has the last word. */
@ObjectClassDefinition(
        name = "Issuer of tokens",
        description =
                "An issuer whose tokens the hub accepts. Beside these: require.CLAIM (values that a claim has to have),"
                        + " client.map.NAME (a client of the hub by the issuer's name for it), scope.map.SCOPE (scopes of the hub by one of the"
                        + " issuer).")
@interface IssuerConfig {
    /** The issuer as its tokens name it. */
    @AttributeDefinition(description = "The issuer as its tokens name it in iss; https, or http for this machine.")
    String issuer();

    /** Whom it vouches for. */
    @AttributeDefinition(
            description = "Whom it vouches for; tokens for customers are never a caller's own.",
            options = {@Option("customers"), @Option("callers")})
    String $for();

    /** The audiences. */
    @AttributeDefinition(description = "The tokens' audience (aud) has to be one of these.")
    String[] audience();

    /** Where the key set is. */
    @AttributeDefinition(
            required = false,
            description = "Where the key set is; empty: where the issuer's metadata say.")
    String keys_url() default "";

    /** More hosts. */
    @AttributeDefinition(
            required = false,
            description = "Hosts (host or host:port) that the metadata may lead to beside the issuer's own.")
    String[] hosts() default {};

    /** How tokens may be signed. */
    @AttributeDefinition(
            description = "How tokens may be signed.",
            options = {@Option("RS256"), @Option("PS256"), @Option("ES256")})
    String[] algorithms() default {"RS256", "PS256", "ES256"};

    /** The types of tokens. */
    @AttributeDefinition(
            description = "What typ may be; a token without one counts as JWT.",
            options = {@Option("at+jwt"), @Option("JWT")})
    String[] types() default {"at+jwt"};

    /** The claim that names the customer. */
    @AttributeDefinition(required = false, description = "For customers: the claim that has the customer's id.")
    String customer_claim() default "";

    /** What stands before it. */
    @AttributeDefinition(required = false, description = "For customers: what stands before it in the customer's id.")
    String customer_prefix() default "";

    /** How sure the issuer is of the customer. */
    @AttributeDefinition(
            required = false,
            description = "For customers: how sure the issuer is of them.",
            options = {@Option("token"), @Option("signed-in"), @Option("stepped-up")})
    String assurance() default "token";

    /** The claim that names the client. */
    @AttributeDefinition(required = false, description = "For callers: the claim that names the client.")
    String client_claim() default "";

    /** What stands before it. */
    @AttributeDefinition(
            required = false,
            description =
                    "For callers: what stands before it in the id of a client of the hub; empty: only those in client.map.")
    String client_prefix() default "";

    /** The claim that has the scopes. */
    @AttributeDefinition(description = "The claim that has the scopes.")
    String scope_claim() default "scope";

    /** By how much clocks may differ. */
    @AttributeDefinition(min = "0", max = "120", description = "By how many seconds clocks may differ.")
    int skew_seconds() default 10;

    /** The longest life of a token. */
    @AttributeDefinition(min = "1", max = "44640", description = "The longest time from a token's making to its end.")
    int lifetime_minutes() default 1440;

    /** How often keys are fetched. */
    @AttributeDefinition(min = "1", max = "1440", description = "How often the keys are fetched.")
    int refresh_minutes() default 60;

    /** How long old keys count. */
    @AttributeDefinition(min = "1", max = "168", description = "How long keys count that cannot be fetched again.")
    int kept_hours() default 24;
}
