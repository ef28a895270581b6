// A receiver as Zoom's samples write one: it checks the signature over what it has parsed and printed again.
// A line of standard input is one request: {"timestamp","signature","body","now"}; a line of output is what it says.
import { createHmac, timingSafeEqual } from "node:crypto";
import { createInterface } from "node:readline";

const secret = process.argv[2];
const MAX_AGE_SECONDS = 300;

function judge({ timestamp, signature, body, now }) {
  const printed = JSON.stringify(JSON.parse(body));
  const hash = createHmac("sha256", secret).update(`v0:${timestamp}:${printed}`).digest("hex");
  const expected = Buffer.from(`v0=${hash}`);
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) {
    return "wrong signature";
  }
  return Math.abs(now - Number(timestamp)) > MAX_AGE_SECONDS ? "too old" : "accepted";
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(judge(JSON.parse(line)) + "\n");
}
