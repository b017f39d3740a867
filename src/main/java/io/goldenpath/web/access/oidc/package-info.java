/** Log-ins at an OpenID Connect provider, which is asked when somebody wants one. */
@NullMarked
package io.goldenpath.web.access.oidc;

import org.jspecify.annotations.NullMarked;
