package io.switchboard.security.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.TokenTypeURI;
import com.nimbusds.oauth2.sdk.token.TypelessAccessToken;
import com.nimbusds.oauth2.sdk.tokenexchange.TokenExchangeGrant;
import io.switchboard.connector.Principal.Kind;
import io.switchboard.security.internal.client.ClientKey;
import io.switchboard.security.internal.client.ClientKeys;
import io.switchboard.security.internal.client.JsonWebKey;
import io.switchboard.security.internal.client.KeyAlgorithm;
import java.net.URI;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client library that knows nothing of the hub, told no more than the hub's address: Nimbus, against every endpoint. */
class ClientLibraryTest {
    private static final ClientID AGENT = new ClientID("agent");

    @TempDir
    Path home = Path.of("");

    private TestHub hub;
    private OAuthServer server;
    private ClientAuthentication secret;
    private AuthorizationServerMetadata metadata;

    @BeforeEach
    void open() throws Exception {
        hub = new TestHub(home);
        secret = new ClientSecretBasic(AGENT, new Secret(hub.client("agent", Kind.AUTONOMOUS, "agent")));
        server = new OAuthServer(hub, new FakeIssuers(hub.clock));
        metadata = AuthorizationServerMetadata.resolve(new Issuer(server.base));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theMetadataSaysWhatThereIs() {
        assertEquals(
                server.base + "/oauth2/token", metadata.getTokenEndpointURI().toString());
        assertEquals(
                server.base + "/oauth2/introspect",
                metadata.getIntrospectionEndpointURI().toString());
        assertEquals(
                server.base + "/oauth2/revoke",
                metadata.getRevocationEndpointURI().toString());
        assertEquals(
                Set.of(GrantType.CLIENT_CREDENTIALS, GrantType.TOKEN_EXCHANGE), Set.copyOf(metadata.getGrantTypes()));
        for (List<ClientAuthenticationMethod> methods : List.of(
                metadata.getTokenEndpointAuthMethods(),
                metadata.getIntrospectionEndpointAuthMethods(),
                metadata.getRevocationEndpointAuthMethods())) {
            assertEquals(
                    Set.of(
                            ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                            ClientAuthenticationMethod.CLIENT_SECRET_POST,
                            ClientAuthenticationMethod.PRIVATE_KEY_JWT),
                    Set.copyOf(methods));
        }
    }

    @Test
    void aTokenForTheClientItself() throws Exception {
        Secret value = ((ClientSecretBasic) secret).getClientSecret();
        for (ClientAuthentication each : List.of(secret, new ClientSecretPost(AGENT, value))) {
            AccessToken token = granted(each, new ClientCredentialsGrant(), "crm.read");
            assertEquals(new Scope("crm.read"), token.getScope());
            assertEquals(900, token.getLifetime());
            assertEquals("agent", hub.authenticate(token.getValue()).principal().id());
        }
    }

    @Test
    void theTokenIsCheckedByThePublishedKeys() throws Exception {
        AccessToken token = granted(secret, new ClientCredentialsGrant(), "crm.read");
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.RS256,
                new ImmutableJWKSet<>(JWKSet.load(metadata.getJWKSetURI().toURL()))));
        JWTClaimsSet claims = processor.process(token.getValue(), null);
        assertEquals("agent", claims.getSubject());
        assertEquals(List.of(hub.identity.audience()), claims.getAudience());
    }

    @Test
    void aTokenForACustomer() throws Exception {
        AccessToken own = granted(secret, new ClientCredentialsGrant(), "crm.read");
        TokenExchangeGrant exchange = new TokenExchangeGrant(
                new TypelessAccessToken("customer:C-1"),
                TokenTypeURI.JWT,
                own,
                TokenTypeURI.ACCESS_TOKEN,
                TokenTypeURI.ACCESS_TOKEN,
                Audience.create(server.base));
        AccessToken bound = granted(secret, exchange, "crm.read");
        assertEquals(300, bound.getLifetime());
        assertEquals(TokenTypeURI.ACCESS_TOKEN, bound.getIssuedTokenType());
        assertEquals(Optional.of("C-1"), hub.authenticate(bound.getValue()).boundCustomer());
        AccessToken narrow = granted(secret, new TokenExchangeGrant(bound, TokenTypeURI.ACCESS_TOKEN), "crm.read");
        assertEquals(Optional.of("C-1"), hub.authenticate(narrow.getValue()).boundCustomer());
    }

    @Test
    void onlyTheHubIsAResource() throws Exception {
        TokenResponse own = send(request(secret, new ClientCredentialsGrant(), "crm.read")
                .resources(URI.create(server.base))
                .build());
        assertTrue(own.indicatesSuccess());
        TokenResponse other = send(request(secret, new ClientCredentialsGrant(), "crm.read")
                .resources(URI.create(server.base), URI.create("https://crm.example.com"))
                .build());
        assertEquals("invalid_target", other.toErrorResponse().getErrorObject().getCode());
    }

    @Test
    void whatATokenIsAndThatItEnds() throws Exception {
        BearerAccessToken token = (BearerAccessToken) granted(secret, new ClientCredentialsGrant(), "crm.read");
        TokenIntrospectionResponse before = introspected(token);
        assertTrue(before.toSuccessResponse().isActive());
        assertEquals(AGENT, before.toSuccessResponse().getClientID());
        assertEquals(new Scope("crm.read"), before.toSuccessResponse().getScope());
        TokenRevocationRequest revocation =
                new TokenRevocationRequest(metadata.getRevocationEndpointURI(), secret, token);
        assertEquals(200, revocation.toHTTPRequest().send().getStatusCode());
        assertFalse(introspected(token).toSuccessResponse().isActive());
    }

    @Test
    void aKeyInPlaceOfASecret() throws Exception {
        JWK rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        JWK pss = new RSAKeyGenerator(2048).keyID("pss").generate();
        JWK ec = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        register(rsa, KeyAlgorithm.RS256);
        register(pss, KeyAlgorithm.PS256);
        register(ec, KeyAlgorithm.ES256);
        List<PrivateKeyJWT> ways = List.of(
                signed(JWSAlgorithm.RS256, rsa.toRSAKey().toPrivateKey(), rsa),
                signed(JWSAlgorithm.PS256, pss.toRSAKey().toPrivateKey(), pss),
                signed(JWSAlgorithm.ES256, ec.toECKey().toPrivateKey(), ec));
        for (PrivateKeyJWT each : ways) {
            AccessToken token = granted(each, new ClientCredentialsGrant(), "crm.read");
            assertEquals("agent", hub.authenticate(token.getValue()).principal().id());
            // It counts once.
            assertEquals(OAuth2Error.INVALID_CLIENT, error(each, new ClientCredentialsGrant(), "crm.read"));
        }
        AccessToken bound = granted(
                signed(JWSAlgorithm.ES256, ec.toECKey().toPrivateKey(), ec),
                new TokenExchangeGrant(new TypelessAccessToken("customer:C-1"), TokenTypeURI.JWT),
                "crm.read");
        TokenRevocationRequest revocation = new TokenRevocationRequest(
                metadata.getRevocationEndpointURI(),
                signed(JWSAlgorithm.ES256, ec.toECKey().toPrivateKey(), ec),
                bound);
        assertEquals(200, revocation.toHTTPRequest().send().getStatusCode());
        TokenIntrospectionRequest introspection = new TokenIntrospectionRequest(
                metadata.getIntrospectionEndpointURI(),
                signed(JWSAlgorithm.RS256, rsa.toRSAKey().toPrivateKey(), rsa),
                bound);
        assertFalse(
                TokenIntrospectionResponse.parse(introspection.toHTTPRequest().send())
                        .toSuccessResponse()
                        .isActive());
    }

    private PrivateKeyJWT signed(JWSAlgorithm algorithm, PrivateKey key, JWK named) throws Exception {
        return new PrivateKeyJWT(AGENT, metadata.getTokenEndpointURI(), algorithm, key, named.getKeyID(), null);
    }

    private void register(JWK key, KeyAlgorithm algorithm) {
        Map<String, Object> members = key.toPublicJWK().toJSONObject();
        JsonWebKey open = new JsonWebKey(
                String.valueOf(members.get("kty")),
                member(members, "n"),
                member(members, "e"),
                member(members, "crv"),
                member(members, "x"),
                member(members, "y"));
        ClientKey added = new ClientKey(
                algorithm == KeyAlgorithm.ES256 ? open.thumbprint() : key.getKeyID(),
                algorithm,
                open.toKey(algorithm).orElseThrow(),
                hub.clock.instant(),
                "c1");
        assertEquals(ClientKeys.Added.DONE, hub.clientKeys.add("agent", added));
    }

    private static Optional<String> member(Map<String, Object> members, String name) {
        return Optional.ofNullable(members.get(name)).map(String::valueOf);
    }

    @Test
    void errorsAreUnderstood() throws Exception {
        ClientAuthentication wrong = new ClientSecretBasic(AGENT, new Secret("wrong"));
        assertEquals(OAuth2Error.INVALID_CLIENT, error(wrong, new ClientCredentialsGrant(), "crm.read"));
        assertEquals(OAuth2Error.INVALID_SCOPE, error(secret, new ClientCredentialsGrant(), "hub.admin"));
        assertEquals(
                OAuth2Error.INVALID_REQUEST,
                error(
                        secret,
                        new TokenExchangeGrant(new TypelessAccessToken("garbage"), TokenTypeURI.ID_TOKEN),
                        "crm.read"));
    }

    private AccessToken granted(ClientAuthentication by, AuthorizationGrant grant, String scope) throws Exception {
        TokenResponse response = send(request(by, grant, scope).build());
        assertTrue(
                response.indicatesSuccess(),
                () -> response.toErrorResponse().toJSONObject().toString());
        return response.toSuccessResponse().getTokens().getAccessToken();
    }

    private Object error(ClientAuthentication by, AuthorizationGrant grant, String scope) throws Exception {
        return send(request(by, grant, scope).build()).toErrorResponse().getErrorObject();
    }

    private TokenRequest.Builder request(ClientAuthentication by, AuthorizationGrant grant, String scope) {
        return new TokenRequest.Builder(metadata.getTokenEndpointURI(), by, grant).scope(new Scope(scope));
    }

    private TokenIntrospectionResponse introspected(AccessToken token) throws Exception {
        TokenIntrospectionRequest request =
                new TokenIntrospectionRequest(metadata.getIntrospectionEndpointURI(), secret, token);
        return TokenIntrospectionResponse.parse(request.toHTTPRequest().send());
    }

    private static TokenResponse send(TokenRequest request) throws Exception {
        return TokenResponse.parse(request.toHTTPRequest().send());
    }
}
