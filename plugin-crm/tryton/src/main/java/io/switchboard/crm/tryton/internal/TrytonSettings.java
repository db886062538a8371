package io.switchboard.crm.tryton.internal;

import io.switchboard.connector.http.HttpBackendSettings;
import io.switchboard.tryton.Credentials;

/**
 * The settings of one instance. Immutable.
 *
 * @param http where Tryton is
 * @param database the database's name
 * @param credentials who the hub is to Tryton
 * @param complaints whether the module {@code sale_complaint} is there
 * @param language that of parties that have none, as a BCP 47 tag
 * @param tagsParent the category below which the hub makes new ones; empty text: none
 * @param ranks the categories that rank customers
 */
record TrytonSettings(
        HttpBackendSettings http,
        String database,
        Credentials credentials,
        boolean complaints,
        String language,
        String tagsParent,
        Ranks ranks) {
    String instance() {
        return http.name();
    }
}
