/** A number that Java holds as Double. Integers are JavaScript numbers and bigints, so that 1 and 1.0 stay two things. */
export class JavaDouble {
  readonly value: number;
  readonly text: string;

  constructor(value: number, text: string) {
    this.value = value;
    this.text = text;
  }
}

/** @param text How it is printed, if not as Double.toString prints it. */
export function decimal(value: number, text = printDouble(value)): JavaDouble {
  return new JavaDouble(value, text);
}

/** As Double.toString: `1.0`, `0.05`, and from ten millions on or below a thousandth `1.0E7`, `5.0E-4`. */
function printDouble(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  if (size >= 1e-3 && size < 1e7) return Number.isInteger(value) ? `${value}.0` : String(value);
  const [digits, exponent] = value.toExponential().split('e');
  return `${digits!.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
}
