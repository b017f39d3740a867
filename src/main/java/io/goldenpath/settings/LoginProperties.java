package io.goldenpath.settings;

import io.goldenpath.probe.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How users log in.
 *
 * @param type Way to log in: none, token or password.
 * @param url Address of the login.
 * @param body Body of the request, with {email} and {password}.
 * @param headers Further headers of the request.
 * @param tokenAt JSON pointer to the token in the reply.
 * @param subjectClaim Claim of the token that names the user.
 */
record LoginProperties(
    @Nullable String type,
    @Nullable String url,
    @DefaultValue("{\"email\":\"{email}\",\"password\":\"{password}\"}") String body,
    @DefaultValue Map<String, Secret> headers,
    @DefaultValue("/access_token") String tokenAt,
    @DefaultValue("sub") String subjectClaim) {}
