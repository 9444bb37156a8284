import { Layout } from './layout.tsx'

interface MessageProps {
  title: string
  text: string
  back: { href: string; label: string }
  signedIn?: { name: string; csrf: string }
}

/** A page that says one thing and offers one way on. */
export const MessagePage = ({ title, text, back, signedIn }: MessageProps) => (
  <Layout title={title} {...(signedIn && { signedIn })}>
    <section class="card narrow">
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a class="button" href={back.href}>
          {back.label}
        </a>
      </p>
    </section>
  </Layout>
)
