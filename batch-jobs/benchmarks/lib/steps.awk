# Seconds of each step from "headroom jobs show --json", tab-separated; at the end "rest", what is left of the wall time.

function text(key,    part) {
    if (!match($0, "\"" key "\" *: *\"[^\"]*\"")) return ""
    part = substr($0, RSTART, RLENGTH)
    sub(/^"[^"]*" *: *"/, "", part)
    sub(/"$/, "", part)
    return part
}

# Seconds of the day; a difference over midnight is put right below.
function seconds(time,    clock) {
    sub(/^[^T]*T/, "", time)
    sub(/Z$/, "", time)
    split(time, clock, ":")
    return clock[1] * 3600 + clock[2] * 60 + clock[3]
}

BEGIN { RS = "{"; rest = wall }

text("step") != "" && text("ended") != "" {
    took = seconds(text("ended")) - seconds(text("started"))
    if (took < 0) took += 86400
    rest -= took
    printf "%s\t%.3f\n", text("step"), took
}

END { printf "rest\t%.3f\n", rest }
