/** How the recorded user got to the socket: the calls of the login, and what carries the token. */
@NullMarked
package io.goldenpath.inference.login;

import org.jspecify.annotations.NullMarked;
