package io.switchboard.deployer.internal.trust;

import io.switchboard.deployer.internal.configuration.ConfigurationFault;
import io.switchboard.deployer.internal.configuration.StrictProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * {@code deploy.trust} of {@code etc/io.switchboard.deployer.cfg}. Only the word {@code none} itself switches signatures off where they were once
 * asked for; that they were stays in {@code data/}, so that neither a lost file nor a mistake in it does.
 *
 * @param signed whether bundles have to be signed
 * @param mistake why the file says nothing; null when it is well
 */
record TrustSetting(boolean signed, @Nullable String mistake) {
    static final String FILE = "io.switchboard.deployer.cfg";
    static final String FOLDER = "trusted";

    private static final String KEY = "deploy.trust";
    private static final String RECORD = "deploy.trust";

    static TrustSetting read(Path etc, Path data) throws IOException {
        Properties properties;
        try {
            properties = StrictProperties.read(etc.resolve(FILE));
        } catch (NoSuchFileException e) {
            properties = new Properties();
        } catch (ConfigurationFault e) {
            return mistaken(e.reason());
        } catch (IOException e) {
            return mistaken("it cannot be read: " + e);
        }
        for (String key : properties.stringPropertyNames()) {
            // It may be this one, misspelt.
            if (!key.equals(KEY)) {
                return mistaken("there is no key " + Signature.oneLine(key));
            }
        }
        Path asked = data.resolve(RECORD);
        @Nullable String value = properties.getProperty(KEY);
        if (value == null) {
            // Whoever has put certificates there means them to count.
            boolean meant = Files.exists(asked, LinkOption.NOFOLLOW_LINKS)
                    || !TrustedFolder.files(etc.resolve(FOLDER)).isEmpty();
            return new TrustSetting(meant, null);
        }
        switch (value.strip()) {
            case "none" -> {
                Files.deleteIfExists(asked);
                return new TrustSetting(false, null);
            }
            case "signed" -> {
                if (!Files.exists(asked, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createFile(asked);
                }
                return new TrustSetting(true, null);
            }
            default -> {
                return mistaken(KEY + " is neither none nor signed");
            }
        }
    }

    private static TrustSetting mistaken(String why) {
        return new TrustSetting(true, why);
    }
}
