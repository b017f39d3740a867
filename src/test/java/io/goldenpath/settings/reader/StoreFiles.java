package io.goldenpath.settings.reader;

import io.goldenpath.wire.TestCertificates;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/** Certificates, keys and stores in a directory, some of which cannot be used. */
public record StoreFiles(Path directory) {

  static final String PASSWORD = "p${HOME}w";

  /** All of them in this directory. */
  public static StoreFiles in(Path directory) throws Exception {
    StoreFiles files = new StoreFiles(directory);
    TestCertificates authority = new TestCertificates();
    X509Bundle client = authority.issue(UnaryOperator.identity());
    X509Bundle other = authority.issue(UnaryOperator.identity());
    X509Bundle expired =
        authority.issue(
            certificate -> certificate.notAfter(authority.now().minus(Duration.ofDays(1))));
    files.write("ca.pem", authority.rootPem());
    files.write("client.pem", client.getCertificatePathPEM());
    files.write("client.key", client.getPrivateKeyPEM());
    files.write("other.key", other.getPrivateKeyPEM());
    files.write("expired.pem", expired.getCertificatePathPEM());
    files.write("expired.key", expired.getPrivateKeyPEM());
    files.write("encrypted.key", encrypted(client.getKeyPair().getPrivate().getEncoded()));
    files.write("empty.pem", "");
    files.write("garbage.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    files.write("text.p12", "no store at all");
    files.store("store.p12", client, PASSWORD);
    files.store("empty.p12", null, PASSWORD);
    files.trust("trust.p12", authority.authority(), PASSWORD);
    Files.createDirectory(directory.resolve("folder"));
    return files;
  }

  /** Another authority's certificate in this file. */
  public void replaceAuthority(String name) throws Exception {
    write(name, new TestCertificates().rootPem());
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private void store(String name, @Nullable X509Bundle identity, String password) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    if (identity != null) {
      store.setKeyEntry(
          "client",
          identity.getKeyPair().getPrivate(),
          password.toCharArray(),
          identity.getCertificatePath());
    }
    save(name, store, password);
  }

  private void trust(String name, X509Bundle authority, String password) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("ca", authority.getCertificate());
    save(name, store, password);
  }

  private void save(String name, KeyStore store, String password) throws Exception {
    try (OutputStream out = Files.newOutputStream(directory.resolve(name))) {
      store.store(out, password.toCharArray());
    }
  }

  private static String encrypted(byte[] key) throws Exception {
    String algorithm = "PBEWithHmacSHA256AndAES_256";
    SecretKey secret =
        SecretKeyFactory.getInstance(algorithm)
            .generateSecret(new PBEKeySpec(PASSWORD.toCharArray()));
    Cipher cipher = Cipher.getInstance(algorithm);
    cipher.init(Cipher.ENCRYPT_MODE, secret);
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("PBES2");
    parameters.init(cipher.getParameters().getEncoded());
    byte[] info = new EncryptedPrivateKeyInfo(parameters, cipher.doFinal(key)).getEncoded();
    return "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(info)
        + "\n-----END ENCRYPTED PRIVATE KEY-----\n";
  }
}
