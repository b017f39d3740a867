package io.goldenpath.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Asks a running monitor whether it is alive, for those who restart it. */
@Command(
    name = "health",
    mixinStandardHelpOptions = true,
    description = {
      "Asks the monitor on this machine whether it is alive, where its settings",
      "say that it listens. With URLs, whether each of them is answered with 200."
    },
    footer = {"", "Exit codes: 0 yes, 1 no, 64 usage, 78 settings."})
final class HealthCommand implements Callable<Integer> {

  private static final int LIMIT = (int) Duration.ofMillis(2500).toMillis();

  private final Function<List<String>, URI> liveness;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "URL", arity = "0..*", description = "Address to ask, http or https.")
  private List<String> urls = new ArrayList<>();

  @Unmatched private List<String> settings = new ArrayList<>();

  HealthCommand(Function<List<String>, URI> liveness) {
    this.liveness = liveness;
  }

  @Override
  public Integer call() {
    List<URI> places =
        urls.isEmpty() ? List.of(ownAddress()) : urls.stream().map(this::address).toList();
    boolean healthy = true;
    for (URI place : places) {
      healthy &= answers(place);
    }
    return healthy ? ExitCode.OK : ExitCode.FAILED;
  }

  private URI ownAddress() {
    try {
      return liveness.apply(settings);
    } catch (RuntimeException unclear) {
      throw new UnreadableSettingsException(
          "The settings do not tell where the monitor listens: " + unclear.getMessage(), unclear);
    }
  }

  private URI address(String url) {
    try {
      URI address = new URI(url);
      if (url.matches("https?:.*") && address.getHost() != null) {
        return address;
      }
    } catch (URISyntaxException _) {
      // as wrong as any other
    }
    throw new ParameterException(
        spec.commandLine(), "'%s' is no address with http or https".formatted(url));
  }

  private boolean answers(URI place) {
    PrintWriter out = spec.commandLine().getOut();
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
