package org.headroom.runtime.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:x",
                "JDBC:POSTGRESQL://db/x",
                "jdbc:postgresql://db/x?socketFactory=org.example.S3cret",
                "jdbc:postgresql://db/x?sslfactory=org.example.S3cret",
                "jdbc:postgresql://db/x?ssl%66actory=org.example.S3cret",
                "jdbc:postgresql://db/x?loggerFile=/tmp/S3cret&loggerLevel=TRACE",
                "jdbc:postgresql://db/x?user=a&authenticationPluginClassName=S3cret",
                "jdbc:postgresql://db/x?service=S3cret",
                "jdbc:postgresql://db/x?currentSchema=S3cret",
                "jdbc:postgresql://db/x?options=-c%20S3cret",
                "jdbc:postgresql://me:S3cret@db/x",
                "jdbc:postgresql://db:port-S3cret/x",
                "jdbc:postgresql://db/x?password=%zzS3cret",
                "jdbc:postgresql://db/x?pass%zzword=S3cret"
            })
    void whatIsNotAPlainAddressIsRefusedWithoutShowingIt(String url) {
        assertThatThrownBy(() -> PostgresAddress.of(url, Optional.empty(), Optional.of("S3cret")))
                .isInstanceOfSatisfying(
                        HeadroomException.class, e -> assertThat(e.family()).isEqualTo(FailureFamily.CONFIG))
                .hasMessageNotContaining("S3cret");
        assertThatNoException().isThrownBy(() -> PostgresAddress.hasSecret(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://[::1]:5432/jobs",
                "jdbc:postgresql://[fe80::1]/jobs",
                "jdbc:postgresql://one:5433,two/jobs?targetServerType=primary",
                "jdbc:postgresql:///jobs",
                "jdbc:postgresql:jobs"
            })
    void whatTheDriverTakesIsTaken(String url) {
        assertThatNoException().isThrownBy(() -> PostgresAddress.of(url, Optional.empty(), Optional.empty()));
    }

    @Test
    void namesThePlaceAndKeepsPasswordsToItself() {
        String url =
                "jdbc:postgresql://db.example:5433/jobs?user=me&password=S3cret&sslmode=require&sslpass%77ord=S3cret";
        PostgresAddress address = PostgresAddress.of(url, Optional.empty(), Optional.empty());
        assertThat(address.place()).isEqualTo("db.example:5433/jobs");
        assertThat(PostgresAddress.withoutSecrets(url))
                .isEqualTo("jdbc:postgresql://db.example:5433/jobs?user=me&sslmode=require");
        assertThat(PostgresAddress.hasSecret(url)).isTrue();
        assertThat(PostgresAddress.hasSecret(PostgresAddress.withoutSecrets(url)))
                .isFalse();
        assertThat(address.source().getPassword()).isEqualTo("S3cret");
    }

    @Test
    void userAndPasswordBesideTheAddressGoFirst() {
        PostgresAddress address = PostgresAddress.of(
                "jdbc:postgresql://db/jobs?user=one&password=1", Optional.of("two"), Optional.of("2"));
        assertThat(address.source().getUser()).isEqualTo("two");
        assertThat(address.source().getPassword()).isEqualTo("2");
        assertThat(address.place()).isEqualTo("db:5432/jobs");
    }
}
