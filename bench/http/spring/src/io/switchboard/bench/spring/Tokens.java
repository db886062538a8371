package io.switchboard.bench.spring;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** The default decoder, but for the type of the hub's tokens (RFC 9068), which the default refuses. */
@Configuration(proxyBeanMethods = false)
class Tokens {
    @Bean
    JwtDecoder decoder(@Value("${bench.keys}") String keySet) {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSetUri(keySet).validateType(false).build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(), new JwtTypeValidator("at+jwt")));
        return decoder;
    }
}
