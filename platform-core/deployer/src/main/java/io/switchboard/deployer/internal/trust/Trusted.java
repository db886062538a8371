package io.switchboard.deployer.internal.trust;

import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.Certificate;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Those who may sign: the certificate itself is among these, or it was issued for signing code by an authority that is (RFC 5280).
 * Timestamps inside of signatures are not looked at, so that validity is always that of now.
 */
record Trusted(Set<X509Certificate> certificates) {
    private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
    private static final String ANY_USAGE = "2.5.29.37.0";
    private static final int LEAST_RSA_BITS = 2048;
    private static final int LEAST_EC_BITS = 256;

    Trusted {
        certificates = Set.copyOf(certificates);
    }

    /** One of those who signed, if there is one that is trusted. */
    Signature accept(Collection<CodeSigner> signers, Instant at) throws Untrusted {
        @Nullable Untrusted why = null;
        for (CodeSigner signer : signers) {
            try {
                return accept(chain(signer), at);
            } catch (Untrusted e) {
                why = e;
            }
        }
        throw why == null ? new Untrusted("nobody has signed it", "无人签名") : why;
    }

    private Signature accept(List<X509Certificate> chain, Instant at) throws Untrusted {
        X509Certificate leaf = chain.get(0);
        String name = Signature.of(leaf, at).title();
        if (certificates.contains(leaf)) {
            checkValid(leaf, name, at);
        } else {
            checkIssued(chain, name, at);
        }
        checkUse(leaf, name, !certificates.contains(leaf));
        checkStrength(leaf.getPublicKey(), name);
        return Signature.of(leaf, at);
    }

    private static void checkValid(X509Certificate certificate, String name, Instant at) throws Untrusted {
        try {
            certificate.checkValidity(Date.from(at));
        } catch (CertificateExpiredException e) {
            throw expired(name);
        } catch (CertificateNotYetValidException e) {
            throw notYet(name, certificate);
        }
    }

    private void checkIssued(List<X509Certificate> chain, String name, Instant at) throws Untrusted {
        Set<TrustAnchor> authorities = certificates.stream()
                .filter(each -> each.getBasicConstraints() >= 0)
                .map(each -> new TrustAnchor(each, null))
                .collect(Collectors.toSet());
        if (authorities.isEmpty()) {
            throw other(name);
        }
        List<X509Certificate> path =
                chain.stream().takeWhile(each -> !certificates.contains(each)).toList();
        try {
            PKIXParameters parameters = new PKIXParameters(authorities);
            parameters.setDate(Date.from(at));
            parameters.setRevocationEnabled(false);
            PKIXCertPathValidatorResult result = (PKIXCertPathValidatorResult) CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
            // An anchor is not looked at by the validator itself.
            X509Certificate authority = result.getTrustAnchor().getTrustedCert();
            checkValid(authority, Signature.of(authority, at).title(), at);
        } catch (CertPathValidatorException e) {
            Reason reason = e.getReason();
            if (reason == BasicReason.EXPIRED) {
                throw expired(name);
            }
            throw reason == BasicReason.NOT_YET_VALID ? notYet(name, chain.get(0)) : other(name);
        } catch (GeneralSecurityException e) {
            throw other(name);
        }
    }

    // An authority issues certificates for servers and for people, too.
    private static void checkUse(X509Certificate leaf, String name, boolean issued) throws Untrusted {
        boolean @Nullable [] keyUsage = leaf.getKeyUsage();
        @Nullable List<String> uses;
        try {
            uses = leaf.getExtendedKeyUsage();
        } catch (CertificateParsingException e) {
            uses = List.of();
        }
        boolean signs = keyUsage == null || keyUsage[0];
        boolean code = uses == null ? !issued : uses.contains(CODE_SIGNING) || uses.contains(ANY_USAGE);
        if (!signs || !code) {
            throw new Untrusted(
                    "the certificate of its signer is not for signing code: " + name, "签名者的证书不可用于代码签名：" + name);
        }
    }

    private static void checkStrength(PublicKey key, String name) throws Untrusted {
        boolean weak = (key instanceof RSAKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS)
                || (key instanceof ECKey ec && ec.getParams().getOrder().bitLength() < LEAST_EC_BITS)
                || key.getAlgorithm().equals("DSA");
        if (weak) {
            throw new Untrusted(
                    "the key of its signer is too weak; it takes RSA of 2048 bits, EC of 256 or EdDSA: " + name,
                    "签名者的密钥过弱；需要 2048 位 RSA、256 位 EC 或 EdDSA：" + name);
        }
    }

    private static List<X509Certificate> chain(CodeSigner signer) throws Untrusted {
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate certificate : signer.getSignerCertPath().getCertificates()) {
            if (certificate instanceof X509Certificate known) {
                chain.add(known);
            }
        }
        if (chain.isEmpty()) {
            throw new Untrusted("it is signed without a certificate", "签名中没有证书");
        }
        return chain;
    }

    private static Untrusted expired(String name) {
        return new Untrusted(
                "the certificate of its signer, or of who issued that, has expired; sign it again with a new one: "
                        + name,
                "签名者或其颁发者的证书已过期；请用新证书重新签名：" + name);
    }

    private static Untrusted notYet(String name, X509Certificate certificate) {
        return new Untrusted(
                "the certificate of its signer is not valid yet (from "
                        + certificate.getNotBefore().toInstant() + " on): " + name,
                "签名者的证书尚未生效（自 " + certificate.getNotBefore().toInstant() + " 起）：" + name);
    }

    private static Untrusted other(String name) {
        return new Untrusted(
                "its signer is not trusted here; if it shall be, put the certificate into etc/trusted/: " + name,
                "签名者不受信任；如需信任，请将其证书放入 etc/trusted/：" + name);
    }
}
