package org.headroom.report.block;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.headroom.model.GateAnswer;
import org.headroom.report.data.RunInput;
import org.headroom.report.data.SiteCode;
import org.headroom.report.data.SiteColumns;
import org.headroom.report.data.SiteNumber;
import org.headroom.report.safe.ScriptJson;

/** The columns of the sites: lists where there are few sites, else bytes in base64. */
final class ColumnsJson {
    private final ScriptJson json;
    private final SiteColumns columns;
    private final boolean isFew;

    ColumnsJson(ScriptJson json, SiteColumns columns) {
        this.json = json;
        this.columns = columns;
        isFew = columns.total() <= RunInput.FEW;
    }

    void write() {
        json.key("rows").whole(columns.rows());
        json.key("total").whole(columns.total());
        json.key("texts").whole(columns.texts());
        json.key("encoding").text(isFew ? "JSON" : "BASE64");
        json.key("stateTexts").list(() -> columns.states().forEach(json::text));
        json.key("gateTexts").list(() -> List.of(GateAnswer.values()).forEach(gate -> json.text(gate.name())));
        json.key("whyTexts").list(() -> columns.reasons().forEach(json::text));
        json.key("id").list(() -> {
            for (int row = 0; row < columns.texts(); row++) {
                json.text(columns.id(row));
            }
        });
        json.key("name").list(() -> {
            for (int row = 0; row < columns.texts(); row++) {
                json.text(columns.name(row));
            }
        });
        json.key("why").list(() -> {
            for (int row = 0; row < columns.texts(); row++) {
                json.whole(columns.whyCode(row));
            }
        });
        for (SiteCode code : SiteCode.values()) {
            json.key(code.key());
            codes(code);
        }
        for (SiteNumber number : SiteNumber.values()) {
            json.key(number.key());
            numbers(number);
        }
    }

    private void codes(SiteCode code) {
        int[] values = columns.codes(code);
        if (isFew) {
            json.list(() -> {
                for (int value : values) {
                    json.whole(value);
                }
            });
        } else if (code == SiteCode.STATE) {
            ByteBuffer bytes = little(Integer.BYTES * values.length);
            for (int value : values) {
                bytes.putInt(value);
            }
            bytes("i32", bytes.array());
        } else {
            byte[] bytes = new byte[values.length];
            for (int row = 0; row < values.length; row++) {
                bytes[row] = (byte) values[row];
            }
            bytes("u8", bytes);
        }
    }

    private void numbers(SiteNumber number) {
        double[] values = columns.numbers(number);
        if (isFew) {
            json.list(() -> {
                for (double value : values) {
                    json.number(value, number.decimals());
                }
            });
        } else {
            ByteBuffer bytes = little(Float.BYTES * values.length);
            for (double value : values) {
                bytes.putFloat((float) value);
            }
            bytes("f32", bytes.array());
        }
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void bytes(String type, byte[] bytes) {
        json.object(() -> {
            json.key("type").text(type.toLowerCase(Locale.ROOT));
            json.key("data").text(Base64.getEncoder().encodeToString(bytes));
        });
    }
}
