package io.goldenpath.wire.warmup;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/**
 * Certificate of a host for its own key, in the fewest fields that TLS wants (RFC 5280), written as
 * DER: the JDK only reads them, and libraries that write them are larger than all of ours.
 */
final class SelfSignedCertificate {

  private static final int BOOLEAN = 0x01;
  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int OCTET_STRING = 0x04;
  private static final int OID = 0x06;
  private static final int UTF8_STRING = 0x0c;
  private static final int GENERALIZED_TIME = 0x18;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int DNS_NAME = 0x82;
  private static final int VERSION = 0xa0;
  private static final int EXTENSIONS = 0xa3;

  private static final byte[] VERSION_3 = {2};
  private static final byte[] TRUE = {(byte) 0xff};
  private static final byte[] ECDSA_WITH_SHA256 = oid("2a8648ce3d040302");
  private static final byte[] COMMON_NAME = oid("550403");
  private static final byte[] BASIC_CONSTRAINTS = oid("551d13");
  private static final byte[] ALTERNATIVE_NAME = oid("551d11");

  private SelfSignedCertificate() {}

  /** For a key of the curve P-256. */
  static X509Certificate of(String host, KeyPair keys) throws GeneralSecurityException {
    byte[] algorithm = der(SEQUENCE, ECDSA_WITH_SHA256);
    byte[] name = name(host);
    byte[] content =
        der(
            SEQUENCE,
            der(VERSION, der(INTEGER, VERSION_3)),
            der(INTEGER, BigInteger.ONE.toByteArray()),
            algorithm,
            name,
            der(SEQUENCE, time("20000101000000Z"), time("99991231235959Z")),
            name,
            keys.getPublic().getEncoded(),
            der(EXTENSIONS, der(SEQUENCE, authority(), alternativeName(host))));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(content);
    byte[] whole =
        der(SEQUENCE, content, algorithm, der(BIT_STRING, new byte[1], signature.sign()));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(whole));
  }

  private static byte[] name(String host) {
    byte[] text = der(UTF8_STRING, host.getBytes(StandardCharsets.UTF_8));
    return der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, text)));
  }

  private static byte[] authority() {
    byte[] critical = der(BOOLEAN, TRUE);
    byte[] itIs = der(SEQUENCE, der(BOOLEAN, TRUE));
    return der(SEQUENCE, BASIC_CONSTRAINTS, critical, der(OCTET_STRING, itIs));
  }

  private static byte[] alternativeName(String host) {
    byte[] names = der(SEQUENCE, der(DNS_NAME, host.getBytes(StandardCharsets.US_ASCII)));
    return der(SEQUENCE, ALTERNATIVE_NAME, der(OCTET_STRING, names));
  }

  private static byte[] time(String text) {
    return der(GENERALIZED_TIME, text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] oid(String hex) {
    return der(OID, HexFormat.of().parseHex(hex));
  }

  private static byte[] der(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(tag);
    int size = content.size();
    if (size > 0xff) {
      whole.write(0x82);
      whole.write(size >> 8);
    } else if (size > 0x7f) {
      whole.write(0x81);
    }
    whole.write(size);
    whole.writeBytes(content.toByteArray());
    return whole.toByteArray();
  }
}
