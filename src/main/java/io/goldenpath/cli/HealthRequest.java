package io.goldenpath.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** One question for a monitor's health, with nothing but the JVM: it is asked again and again. */
public final class HealthRequest {

  private static final int LIMIT = (int) Duration.ofMillis(2500).toMillis();
  private static final String FILE = "liveness-url";

  private HealthRequest() {}

  /** Leaves the address to ask in the monitor's own folder, where there is one. */
  public static void leaveAddress(Path folder, URI address) throws IOException {
    if (Files.isDirectory(folder)) {
      Files.writeString(folder.resolve(FILE), address.toString());
    }
  }

  /** The exit code, where the address that a monitor left in its folder answers the question. */
  public static Optional<Integer> ask(Path folder, PrintWriter out) {
    try {
      URI address = URI.create(Files.readString(folder.resolve(FILE)));
      return Optional.of(succeeds(address, out) ? ExitCode.OK : ExitCode.FAILED);
    } catch (IOException | IllegalArgumentException _) {
      // the settings tell it too, only more slowly
      return Optional.empty();
    }
  }

  /** Whether the answer is 200; prints what it is. */
  static boolean succeeds(URI place, PrintWriter out) {
    try {
      int status = status(place);
      out.println(place + ": " + status);
      return status == HttpURLConnection.HTTP_OK;
    } catch (IOException unreachable) {
      out.println(place + ": " + unreachable.getMessage());
      return false;
    }
  }

  private static int status(URI place) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) place.toURL().openConnection(Proxy.NO_PROXY);
    connection.setConnectTimeout(LIMIT);
    connection.setReadTimeout(LIMIT);
    connection.setInstanceFollowRedirects(false);
    if (connection instanceof HttpsURLConnection secured) {
      secured.setSSLSocketFactory(trustingAll().getSocketFactory());
      secured.setHostnameVerifier((_, _) -> true);
    }
    try {
      return connection.getResponseCode();
    } finally {
      connection.disconnect();
    }
  }

  /** Its certificate is for the name that others use; nothing secret is sent to it. */
  private static SSLContext trustingAll() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new TrustsAll()}, new SecureRandom());
      return context;
    } catch (GeneralSecurityException unavailable) {
      throw new IllegalStateException("no TLS in this JVM", unavailable);
    }
  }

  private static final class TrustsAll implements X509TrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
